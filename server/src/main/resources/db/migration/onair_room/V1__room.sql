create table room_removal (
    meeting uuid not null,
    identity text not null,
    name text not null,
    removed_by text not null,
    removed_at timestamptz not null,
    primary key (meeting, identity)
);
comment on table room_removal is 'Who was sent out of a meeting and may not come back until a host lets them in';
