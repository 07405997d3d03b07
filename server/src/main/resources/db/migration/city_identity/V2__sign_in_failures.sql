DROP TABLE identity_throttle;

-- Sign-ins that failed within the last hour, one row each; one that is under way counts as failed until it is proven
-- right. The name is kept as a hash, because people type passwords into the wrong field.
CREATE TABLE identity_sign_in_failure (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    login_hash bytea       NOT NULL,
    address    text        NOT NULL,
    at         timestamptz NOT NULL
);
CREATE INDEX identity_sign_in_failure_login ON identity_sign_in_failure (login_hash, at);
CREATE INDEX identity_sign_in_failure_address ON identity_sign_in_failure (address, at);

-- From where each name signed in within the last month.
CREATE TABLE identity_known_address (
    login_hash bytea       NOT NULL,
    address    text        NOT NULL,
    last_at    timestamptz NOT NULL,
    PRIMARY KEY (login_hash, address)
);
