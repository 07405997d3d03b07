-- Where somebody is reached, and by which ways they want to be.
CREATE TABLE notice_contact (
    person_id uuid PRIMARY KEY,
    -- empty when not given
    email     text   NOT NULL,
    -- 010-1234-5678; empty when not given
    mobile    text   NOT NULL,
    ways      text[] NOT NULL
);

-- One notice on its way to one person. The row is there before anything is sent, once for each occasion.
CREATE TABLE notice_delivery (
    id          uuid PRIMARY KEY,
    occasion_id uuid        NOT NULL,
    person_id   uuid        NOT NULL,
    way         text        NOT NULL,
    subject     text        NOT NULL,
    words       text        NOT NULL,
    sms         text        NOT NULL,
    -- WAITING, SENDING, SENT, FAILED, WITHDRAWN
    state       text        NOT NULL,
    attempts    int         NOT NULL DEFAULT 0,
    -- not tried before this
    due_at      timestamptz NOT NULL,
    -- when it came into its state
    changed_at  timestamptz NOT NULL,
    -- what took it; null until then
    carrier     text,
    -- why the last attempt failed; null when none did
    fault       text,
    UNIQUE (occasion_id, person_id, way)
);
CREATE INDEX notice_delivery_open ON notice_delivery (way, due_at) WHERE state IN ('WAITING', 'SENDING');
