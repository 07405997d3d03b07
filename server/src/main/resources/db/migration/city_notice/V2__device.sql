-- Browsers by which people are told: where a push service reaches each, and with which keys.
CREATE TABLE notice_device (
    id        uuid PRIMARY KEY,
    person_id uuid        NOT NULL,
    -- for its owner to know it by, e.g. Chrome · Android
    name      text        NOT NULL,
    -- KO, EN
    language  text        NOT NULL,
    endpoint  text        NOT NULL UNIQUE,
    p256dh    text        NOT NULL,
    auth      text        NOT NULL,
    added_at  timestamptz NOT NULL,
    -- when a push service took something for it last; null until then
    used_at   timestamptz
);
CREATE INDEX notice_device_person ON notice_device (person_id);

-- What devices show. Notices of before go by e-mail and text message, which do not read it.
ALTER TABLE notice_delivery
    ADD COLUMN brief jsonb NOT NULL
        DEFAULT '{"title":"","titleEn":"","text":"","textEn":"","path":"/","until":"1970-01-01T00:00:00Z"}';
ALTER TABLE notice_delivery ALTER COLUMN brief DROP DEFAULT;
