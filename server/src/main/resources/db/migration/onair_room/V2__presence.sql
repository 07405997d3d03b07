create table room_presence (
    meeting uuid primary key,
    last_at timestamptz not null
);
comment on table room_presence is 'When somebody was last seen in a meeting''s room, by any server; to half a minute while people are there';
