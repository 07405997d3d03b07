-- One captured line; its id is made by whoever captures, so that sending it twice saves it once.
CREATE TABLE directive_capture (
    id         uuid PRIMARY KEY,
    meeting_id uuid NOT NULL,
    line       text NOT NULL,
    -- what was saved from it, to tell the same again from something else
    content    text NOT NULL
);

-- The number the next directive of a series takes in a year.
CREATE TABLE directive_number (
    series_id uuid NOT NULL,
    year      int  NOT NULL,
    next      int  NOT NULL,
    PRIMARY KEY (series_id, year)
);

CREATE TABLE directive_directive (
    id              uuid PRIMARY KEY,
    capture_id      uuid        NOT NULL REFERENCES directive_capture (id),
    -- 1, 2, 3 … for the owners of one line
    place           int         NOT NULL,
    series_id       uuid        NOT NULL,
    meeting_id      uuid        NOT NULL,
    meeting_date    date        NOT NULL,
    rehearsal       boolean     NOT NULL,
    year            int         NOT NULL,
    number          int,
    sentence        text        NOT NULL,
    unit_id         uuid        NOT NULL,
    unit_name       text        NOT NULL,
    asked_unit_id   uuid,
    asked_unit_name text,
    due             date,
    given_by        text        NOT NULL,
    said_at         timestamptz NOT NULL,
    state           text        NOT NULL,
    merged_into     uuid REFERENCES directive_directive (id),
    closed_at       timestamptz,
    version         int         NOT NULL,
    UNIQUE (capture_id, place),
    UNIQUE (series_id, year, number),
    CONSTRAINT directive_rehearsal CHECK (rehearsal = (number IS NULL)),
    CONSTRAINT directive_merged CHECK ((state = 'MERGED') = (merged_into IS NOT NULL)),
    CONSTRAINT directive_closed CHECK ((state IN ('VERIFIED', 'MERGED', 'CANCELLED')) = (closed_at IS NOT NULL))
);
CREATE INDEX directive_meeting ON directive_directive (meeting_id);
CREATE INDEX directive_open ON directive_directive (series_id, due) WHERE closed_at IS NULL;
CREATE INDEX directive_owner ON directive_directive (unit_id);
CREATE INDEX directive_asked ON directive_directive (asked_unit_id);

CREATE TABLE directive_need (
    id                  uuid PRIMARY KEY,
    series_id           uuid        NOT NULL,
    unit_id             uuid        NOT NULL,
    unit_name           text        NOT NULL,
    sentence            text        NOT NULL,
    meeting_id          uuid,
    report_id           uuid,
    rehearsal           boolean     NOT NULL,
    raised_at           timestamptz NOT NULL,
    raised_by           text        NOT NULL,
    state               text        NOT NULL,
    answering_unit_id   uuid,
    answering_unit_name text,
    answer_date         date,
    answer_words        text,
    answered_by         text,
    answered_at         timestamptz,
    answered_in         uuid,
    directive_id        uuid REFERENCES directive_directive (id),
    version             int         NOT NULL,
    CONSTRAINT need_source CHECK (meeting_id IS NOT NULL OR report_id IS NOT NULL),
    CONSTRAINT need_answer CHECK ((state = 'OPEN') = (answered_at IS NULL))
);
CREATE INDEX need_unit ON directive_need (unit_id, answered_at);
CREATE INDEX need_series ON directive_need (series_id);

-- The histories of directives and needs.
CREATE TABLE directive_step (
    subject_id uuid        NOT NULL,
    place      int         NOT NULL,
    move       text        NOT NULL,
    from_state text,
    to_state   text        NOT NULL,
    at         timestamptz NOT NULL,
    by_id      uuid,
    by_name    text        NOT NULL,
    by_post    text        NOT NULL,
    unit_name  text        NOT NULL,
    reason     text        NOT NULL,
    note       text        NOT NULL,
    PRIMARY KEY (subject_id, place)
);
CREATE FUNCTION directive_step_only_grows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a history only grows';
END $$;
CREATE TRIGGER directive_step_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON directive_step
    FOR EACH STATEMENT EXECUTE FUNCTION directive_step_only_grows();
