-- The minutes of one meeting as they are being worked on.
CREATE TABLE minutes_minutes (
    meeting_id uuid PRIMARY KEY,
    -- DRAFT, REVIEW, SIGNING, FINAL, PUBLISHED
    phase      text    NOT NULL,
    -- the version that is worked on, from 1
    number     int     NOT NULL,
    -- why there is a version after the first; empty for the first
    reason     text    NOT NULL,
    -- whether what the system knows still flows in
    grows      boolean NOT NULL,
    -- grows with every change
    revision   int     NOT NULL,
    -- what is being signed: JSON of what it says, the text that is hashed, and its hash
    content    text,
    canonical  text,
    sha256     text,
    CONSTRAINT minutes_sealed CHECK ((phase IN ('DRAFT', 'REVIEW')) = (canonical IS NULL))
);

-- What clerks wrote, field by field.
CREATE TABLE minutes_field (
    meeting_id uuid        NOT NULL,
    name       text        NOT NULL,
    value      text        NOT NULL,
    -- what the system knew when this was written: what it learns later is merged in; null once nothing flows in
    ground     text,
    -- the revision in which it was first written
    since      int         NOT NULL,
    -- null for what the system itself wrote
    by_id      uuid,
    by_name    text        NOT NULL,
    at         timestamptz NOT NULL,
    -- in which order fields were first written: the order of paragraphs
    place      bigint GENERATED ALWAYS AS IDENTITY,
    PRIMARY KEY (meeting_id, name)
);
-- Changes that arrived, so that a browser that lost its connection may send one again.
CREATE TABLE minutes_change (
    meeting_id uuid        NOT NULL,
    change_id  uuid        NOT NULL,
    at         timestamptz NOT NULL,
    PRIMARY KEY (meeting_id, change_id)
);
CREATE INDEX minutes_change_at ON minutes_change (at);

-- What attendees want corrected before it is signed.
CREATE TABLE minutes_request (
    place       bigint GENERATED ALWAYS AS IDENTITY,
    id          uuid PRIMARY KEY,
    meeting_id  uuid        NOT NULL,
    number      int         NOT NULL,
    -- a field, or element/<ELEMENT>
    about       text        NOT NULL,
    words       text        NOT NULL,
    by_id       uuid        NOT NULL,
    by_name     text        NOT NULL,
    at          timestamptz NOT NULL,
    accepted    boolean,
    reply       text,
    answered_by text,
    answered_at timestamptz,
    CONSTRAINT minutes_answered CHECK ((accepted IS NULL) = (answered_at IS NULL))
);
CREATE INDEX minutes_request_of ON minutes_request (meeting_id, place);

-- Who signs what is being signed.
CREATE TABLE minutes_signer (
    meeting_id uuid NOT NULL,
    person_id  uuid NOT NULL,
    place      int  NOT NULL,
    kind       text NOT NULL,
    name       text NOT NULL,
    post       text NOT NULL,
    signed_at  timestamptz,
    -- of what they signed
    sha256     text,
    PRIMARY KEY (meeting_id, person_id),
    CONSTRAINT minutes_signed CHECK ((signed_at IS NULL) = (sha256 IS NULL))
);

-- What everybody signed, and when it was published; never changed and never deleted.
CREATE TABLE minutes_version (
    meeting_id uuid        NOT NULL,
    number     int         NOT NULL,
    reason     text        NOT NULL,
    content    text        NOT NULL,
    canonical  text        NOT NULL,
    sha256     text        NOT NULL,
    signatures text        NOT NULL,
    final_at   timestamptz NOT NULL,
    PRIMARY KEY (meeting_id, number)
);
CREATE TABLE minutes_publication (
    meeting_id uuid        NOT NULL,
    number     int         NOT NULL,
    by_id      uuid        NOT NULL,
    by_name    text        NOT NULL,
    at         timestamptz NOT NULL,
    PRIMARY KEY (meeting_id, number),
    FOREIGN KEY (meeting_id, number) REFERENCES minutes_version (meeting_id, number)
);
CREATE FUNCTION minutes_signed_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'signed minutes are never changed';
END $$;
CREATE TRIGGER minutes_signed_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON minutes_version
    FOR EACH STATEMENT EXECUTE FUNCTION minutes_signed_stays();
CREATE TRIGGER minutes_signed_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON minutes_publication
    FOR EACH STATEMENT EXECUTE FUNCTION minutes_signed_stays();
