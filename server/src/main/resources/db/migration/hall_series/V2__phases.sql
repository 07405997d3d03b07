-- Which days a series meets: DAILY, WORKING_DAYS, WEEKLY MONDAY,THURSDAY, MONTHLY 15, MONTHLY 2 TUESDAY, MONTHLY LAST FRIDAY
ALTER TABLE series_series ADD COLUMN recurrence text NOT NULL DEFAULT 'DAILY';
-- What happens when such a day is a public holiday: MEET, SKIP, NEXT_WORKING_DAY
ALTER TABLE series_series ADD COLUMN on_holidays text NOT NULL DEFAULT 'MEET';
ALTER TABLE series_series DROP COLUMN daily;

-- What a series is called and for whom, from a date on.
CREATE TABLE series_phase (
    id             uuid PRIMARY KEY,
    series_id      uuid    NOT NULL REFERENCES series_series (id),
    from_date      date    NOT NULL,
    name           text    NOT NULL,
    name_en        text    NOT NULL,
    theme          text    NOT NULL,
    audience       text    NOT NULL,
    channel        text    NOT NULL,
    broadcast      boolean NOT NULL,
    agenda_template text   NOT NULL,
    UNIQUE (series_id, from_date)
);
CREATE TABLE series_phase_unit (
    phase_id uuid NOT NULL REFERENCES series_phase (id) ON DELETE CASCADE,
    unit_id  uuid NOT NULL,
    place    int  NOT NULL,
    PRIMARY KEY (phase_id, unit_id)
);
CREATE TABLE series_phase_cut_off (
    phase_id uuid NOT NULL REFERENCES series_phase (id) ON DELETE CASCADE,
    at       time NOT NULL,
    PRIMARY KEY (phase_id, at)
);
-- Every series so far is in its first phase.
INSERT INTO series_phase
SELECT gen_random_uuid(), id, from_date, name, name_en, '', 'ALL_STAFF', 'ONMARU', true, 'DAILY' FROM series_series;

-- One day that differs from the rule.
CREATE TABLE series_exception (
    series_id uuid NOT NULL REFERENCES series_series (id),
    date      date NOT NULL,
    -- CANCELLED, MOVED (to another hour), EXTRA (although the rule says no)
    kind      text NOT NULL,
    starts_at time,
    reason    text NOT NULL,
    PRIMARY KEY (series_id, date),
    CONSTRAINT series_exception_hour CHECK ((kind = 'CANCELLED') = (starts_at IS NULL))
);

-- The name is the phase's.
ALTER TABLE series_series DROP COLUMN name, DROP COLUMN name_en;
