-- What push services know this city by (VAPID, RFC 8292): one pair for all its servers. Whoever subscribed did so for
-- this pair; with another, everybody would have to subscribe anew.
CREATE TABLE push_key (
    number      int PRIMARY KEY CHECK (number = 1),
    -- X.509, base64url
    public_key  text NOT NULL,
    -- PKCS #8, base64url
    private_key text NOT NULL
);
