-- From when to when somebody was in a meeting's room, and what their plate said.
CREATE TABLE attendance_stay (
    meeting_id uuid        NOT NULL,
    -- p-… person, g-… guest, s-… simulated
    identity   text        NOT NULL,
    joined_at  timestamptz NOT NULL,
    left_at    timestamptz,
    name       text        NOT NULL,
    unit       text        NOT NULL,
    post       text        NOT NULL,
    simulated  boolean     NOT NULL,
    PRIMARY KEY (meeting_id, identity, joined_at),
    CONSTRAINT attendance_order CHECK (left_at >= joined_at)
);
CREATE UNIQUE INDEX attendance_open ON attendance_stay (meeting_id, identity) WHERE left_at IS NULL;
