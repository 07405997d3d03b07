CREATE TABLE identity_person (
    id            uuid PRIMARY KEY,
    login_name    text        NOT NULL,
    name          text        NOT NULL,
    password_hash text        NOT NULL,
    unit_id       uuid,
    post          text        NOT NULL,
    city_roles    text[]      NOT NULL,
    disabled      boolean     NOT NULL DEFAULT false,
    synthetic     boolean     NOT NULL DEFAULT false,
    created_at    timestamptz NOT NULL
);
CREATE UNIQUE INDEX identity_person_login_name ON identity_person (lower(login_name));

-- The role a person holds in one series.
CREATE TABLE identity_membership (
    series_id uuid NOT NULL,
    person_id uuid NOT NULL REFERENCES identity_person,
    role      text NOT NULL,
    PRIMARY KEY (series_id, person_id)
);
CREATE INDEX identity_membership_person ON identity_membership (person_id);

-- One-time links for the first administrator; only the hash is kept.
CREATE TABLE identity_setup_token (
    token_hash bytea PRIMARY KEY,
    expires_at timestamptz NOT NULL
);

-- Links into one meeting; only the hash is kept. Claimed once: guest_id and guest_name are set then.
CREATE TABLE identity_invitation (
    id         uuid PRIMARY KEY,
    token_hash bytea       NOT NULL UNIQUE,
    meeting_id uuid        NOT NULL,
    label      text        NOT NULL,
    role       text        NOT NULL,
    unit_id    uuid,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    revoked_at timestamptz,
    used_at    timestamptz,
    guest_id   uuid UNIQUE,
    guest_name text
);
CREATE INDEX identity_invitation_meeting ON identity_invitation (meeting_id);

-- Failed sign-ins per account and per address.
CREATE TABLE identity_throttle (
    subject       text PRIMARY KEY,
    failures      int         NOT NULL,
    last_at       timestamptz NOT NULL,
    blocked_until timestamptz NOT NULL
);
