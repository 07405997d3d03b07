-- What changed, written with the change itself: each server's index reads on from where it was.
CREATE TABLE archive_change (
    number         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    series_id      uuid        NOT NULL,
    -- null: what the series is called
    date           date,
    at             timestamptz NOT NULL,
    -- numbers are given before transactions end, so an index asks by transaction
    by_transaction xid8        NOT NULL DEFAULT pg_current_xact_id()
);
CREATE INDEX archive_change_since ON archive_change (by_transaction);
CREATE INDEX archive_change_at ON archive_change (at);

-- Changes of this transaction and of earlier ones may be forgotten already: an older index is made anew.
CREATE TABLE archive_horizon (
    by_transaction xid8 NOT NULL
);
INSERT INTO archive_horizon VALUES ('0');
