-- Browsers of citizens who want to know when a meeting begins: nothing is known of them but this.
CREATE TABLE subscription (
    id           uuid PRIMARY KEY,
    endpoint     text    NOT NULL UNIQUE,
    p256dh       text    NOT NULL,
    auth         text    NOT NULL,
    -- KO, EN
    language     text    NOT NULL,
    -- every meeting for citizens
    every_series boolean NOT NULL,
    -- those of these series
    series_ids   uuid[]  NOT NULL
);

-- Meetings of whose beginning citizens were told: once, by one of many servers.
CREATE TABLE subscription_announcement (
    meeting_id uuid PRIMARY KEY,
    at         timestamptz NOT NULL
);

-- Who is still to be told. A row that is SENDING is never sent again; one that was sent is gone.
CREATE TABLE subscription_push (
    meeting_id      uuid        NOT NULL REFERENCES subscription_announcement,
    subscription_id uuid        NOT NULL REFERENCES subscription ON DELETE CASCADE,
    -- WAITING, SENDING
    state           text        NOT NULL,
    attempts        int         NOT NULL DEFAULT 0,
    -- not tried before this
    due_at          timestamptz NOT NULL,
    PRIMARY KEY (meeting_id, subscription_id)
);
CREATE INDEX subscription_push_due ON subscription_push (due_at) WHERE state = 'WAITING';
CREATE INDEX subscription_push_subscription ON subscription_push (subscription_id);
