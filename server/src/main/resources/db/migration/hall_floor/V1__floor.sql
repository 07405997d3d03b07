-- Who asks for the floor, in the order in which they did.
CREATE TABLE floor_hand (
    number     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    meeting_id uuid        NOT NULL,
    -- p-… person, g-… guest, s-… simulated
    identity   text        NOT NULL,
    name       text        NOT NULL,
    unit       text        NOT NULL,
    post       text        NOT NULL,
    raised_at  timestamptz NOT NULL,
    UNIQUE (meeting_id, identity)
);

-- Who had the floor from when to when. A turn that a question interrupted goes on in another row.
CREATE TABLE floor_turn (
    meeting_id uuid        NOT NULL,
    number     int         NOT NULL CHECK (number >= 1),
    -- the row in which the turn began
    first      int         NOT NULL CHECK (first <= number),
    kind       text        NOT NULL CHECK (kind IN ('SPEECH', 'QUESTION')),
    identity   text        NOT NULL,
    name       text        NOT NULL,
    unit       text        NOT NULL,
    post       text        NOT NULL,
    -- of the agenda; null when none ran
    item_key   text,
    open       boolean     NOT NULL,
    minutes    int,
    started_at timestamptz NOT NULL,
    ended_at   timestamptz CHECK (ended_at >= started_at),
    -- the row that goes on when this question ends
    interrupts int,
    PRIMARY KEY (meeting_id, number)
);
CREATE UNIQUE INDEX floor_turn_one ON floor_turn (meeting_id) WHERE ended_at IS NULL;
