-- What people changed by hand about an agenda that assembled itself, in the order in which it is applied.
CREATE TABLE agenda_edit (
    meeting_id uuid        NOT NULL,
    number     int         NOT NULL,
    edit       jsonb       NOT NULL,
    by_name    text        NOT NULL,
    at         timestamptz NOT NULL,
    PRIMARY KEY (meeting_id, number)
);

-- What had assembled itself when the meeting began: directives and reports change later, its agenda does not.
CREATE TABLE agenda_fixed (
    meeting_id uuid PRIMARY KEY,
    items      jsonb NOT NULL
);

-- Which item was talked about when.
CREATE TABLE agenda_run (
    number     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    meeting_id uuid        NOT NULL,
    item_key   text        NOT NULL,
    -- as it was said on the stage
    title      text        NOT NULL,
    title_en   text        NOT NULL,
    unit       text        NOT NULL,
    minutes    int         NOT NULL,
    open       boolean     NOT NULL,
    started_at timestamptz NOT NULL,
    ended_at   timestamptz
);
CREATE UNIQUE INDEX agenda_run_one ON agenda_run (meeting_id) WHERE ended_at IS NULL;
CREATE INDEX agenda_run_meeting ON agenda_run (meeting_id, started_at);
