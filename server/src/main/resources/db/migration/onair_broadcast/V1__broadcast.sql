create table broadcast (
    meeting uuid primary key,
    wanted text not null default 'OFF_AIR' check (wanted in ('ON_AIR', 'OFF_AIR')),
    layout text not null default 'GRID' check (layout in ('GRID', 'SPEAKER')),
    first_on_air_at timestamptz
);
comment on table broadcast is 'What the host wishes for a meeting''s programme; the studio follows it';
comment on column broadcast.first_on_air_at is 'When citizens first saw the room; until then the slate says it begins soon';

create table broadcast_gate (
    id bigint generated always as identity primary key,
    meeting uuid not null,
    side text not null check (side in ('ON_AIR', 'OFF_AIR')),
    kind text not null check (kind in ('WISH', 'MOVED')),
    by text not null,
    at timestamptz not null,
    programme_ms bigint
);
create index broadcast_gate_meeting on broadcast_gate (meeting, at);
comment on table broadcast_gate is 'Who wished the gate open or closed, and when the studio moved it and why';
