CREATE TABLE series_series (
    id                   uuid PRIMARY KEY,
    name                 text        NOT NULL,
    name_en              text        NOT NULL,
    starts_at            time        NOT NULL,
    opens_minutes_before int         NOT NULL,
    minutes              int         NOT NULL,
    daily                boolean     NOT NULL,
    from_date            date        NOT NULL,
    -- the 제N회 the next opened meeting takes; stored, never computed from dates
    next_ordinal         int         NOT NULL DEFAULT 1,
    created_at           timestamptz NOT NULL
);
