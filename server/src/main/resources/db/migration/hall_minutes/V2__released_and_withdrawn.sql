-- Who wants to publish a version in which something looks like a personal number; somebody else has to release it.
CREATE TABLE minutes_release (
    meeting_id uuid        NOT NULL,
    number     int         NOT NULL,
    asked_id   uuid        NOT NULL,
    asked_name text        NOT NULL,
    asked_at   timestamptz NOT NULL,
    PRIMARY KEY (meeting_id, number),
    FOREIGN KEY (meeting_id, number) REFERENCES minutes_version (meeting_id, number)
);

-- What must not be public any more; the version stays, its publication too, and neither is ever changed.
CREATE TABLE minutes_withdrawal (
    meeting_id uuid        NOT NULL,
    number     int         NOT NULL,
    by_id      uuid        NOT NULL,
    by_name    text        NOT NULL,
    at         timestamptz NOT NULL,
    reason     text        NOT NULL,
    PRIMARY KEY (meeting_id, number),
    FOREIGN KEY (meeting_id, number) REFERENCES minutes_publication (meeting_id, number)
);
CREATE TRIGGER minutes_signed_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON minutes_withdrawal
    FOR EACH STATEMENT EXECUTE FUNCTION minutes_signed_stays();
