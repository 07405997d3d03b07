-- Who changed what, and who was refused; each entry's hash covers the one before it.
CREATE TABLE audit_entry (
    number       bigint PRIMARY KEY,
    at           timestamptz NOT NULL,
    actor_kind   text        NOT NULL,
    actor_id     uuid,
    actor_name   text        NOT NULL,
    action       text        NOT NULL,
    subject_kind text        NOT NULL,
    subject_id   text,
    -- JSON as it was hashed, therefore text and not jsonb
    before       text,
    after        text,
    hash         bytea       NOT NULL
);
CREATE INDEX audit_at ON audit_entry (at);
CREATE INDEX audit_subject ON audit_entry (subject_kind, subject_id, number);
CREATE INDEX audit_actor ON audit_entry (actor_id, number);

CREATE FUNCTION audit_only_grows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the audit only grows';
END $$;
CREATE TRIGGER audit_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
    FOR EACH STATEMENT EXECUTE FUNCTION audit_only_grows();
