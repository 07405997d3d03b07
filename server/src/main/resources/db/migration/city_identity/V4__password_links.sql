-- Links to set a new password, made by the operator of the machine: one a person, used once, only the hash is kept.
CREATE TABLE identity_password_link (
    person_id  uuid PRIMARY KEY REFERENCES identity_person,
    token_hash bytea       NOT NULL UNIQUE,
    expires_at timestamptz NOT NULL
);
