-- Which moment a place in a recording is: a recording that was interrupted has several stretches.
create table recording_stretch (
    meeting uuid not null references recording on delete cascade,
    -- where in the recording it begins
    offset_ms bigint not null,
    started_at timestamptz not null,
    primary key (meeting, offset_ms)
);
