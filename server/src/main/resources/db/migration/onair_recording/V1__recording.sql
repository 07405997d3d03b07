create table recording (
    meeting uuid primary key,
    file text not null,
    duration_ms bigint not null,
    bytes bigint not null,
    rehearsal boolean not null,
    finished_at timestamptz not null
);
comment on table recording is 'Finished recordings; public ones stay until somebody deletes them, rehearsals go by themselves';
