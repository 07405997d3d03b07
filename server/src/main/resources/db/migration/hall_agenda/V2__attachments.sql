-- Files beside agenda items; the bytes are under agendas/ in the data directory.
CREATE TABLE agenda_attachment (
    id         uuid PRIMARY KEY,
    meeting_id uuid        NOT NULL,
    item_key   text        NOT NULL,
    name       text        NOT NULL,
    type       text        NOT NULL,
    bytes      bigint      NOT NULL,
    sha256     text        NOT NULL,
    by_id      uuid        NOT NULL,
    by_name    text        NOT NULL,
    at         timestamptz NOT NULL,
    -- taken away by hand; the file stays for the audit
    removed    boolean     NOT NULL DEFAULT false
);
CREATE INDEX agenda_attachment_of ON agenda_attachment (meeting_id, at);
