CREATE TABLE meeting_meeting (
    id           uuid PRIMARY KEY,
    series_id    uuid        NOT NULL,
    title        text        NOT NULL,
    title_en     text        NOT NULL,
    date         date        NOT NULL,
    -- 1 for the day's regular sitting, then 2, 3 …; rehearsals have none
    sitting      int,
    -- made by the daily series, opened by itself
    automatic    boolean     NOT NULL,
    starts_at    timestamptz NOT NULL,
    opens_at     timestamptz NOT NULL,
    minutes      int         NOT NULL,
    state        text        NOT NULL,
    rehearsal    boolean     NOT NULL,
    ordinal      int,
    opened_at    timestamptz,
    started_at   timestamptz,
    adjourned_at timestamptz,
    cancelled_at timestamptz,
    CONSTRAINT meeting_sitting UNIQUE (series_id, date, sitting),
    CONSTRAINT meeting_ordinal UNIQUE (series_id, ordinal),
    CONSTRAINT meeting_rehearsal CHECK (NOT rehearsal OR (ordinal IS NULL AND sitting IS NULL))
);
CREATE INDEX meeting_date ON meeting_meeting (date);
CREATE INDEX meeting_state ON meeting_meeting (state, starts_at);
