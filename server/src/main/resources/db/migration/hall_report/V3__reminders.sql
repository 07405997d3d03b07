-- Who was reminded to file: each unit once at each step before a cut-off, and whenever somebody did it by hand.
CREATE TABLE report_reminder (
    id             uuid PRIMARY KEY,
    series_id      uuid        NOT NULL,
    date           date        NOT NULL,
    cut_off        time        NOT NULL,
    unit_id        uuid        NOT NULL,
    -- the step; null when somebody did it by hand
    minutes_before int,
    at             timestamptz NOT NULL,
    by_id          uuid,
    by_name        text,
    UNIQUE (series_id, date, cut_off, unit_id, minutes_before),
    CONSTRAINT report_reminder_by CHECK ((minutes_before IS NULL) = (by_id IS NOT NULL AND by_name IS NOT NULL))
);
