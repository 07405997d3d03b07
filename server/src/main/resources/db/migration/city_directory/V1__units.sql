CREATE TABLE directory_unit (
    id        uuid PRIMARY KEY,
    kind      text    NOT NULL,
    seat      int     NOT NULL UNIQUE,
    synthetic boolean NOT NULL
);

-- A unit is called this from that day on, until the next row.
CREATE TABLE directory_unit_name (
    unit_id   uuid NOT NULL REFERENCES directory_unit,
    from_date date NOT NULL,
    name      text NOT NULL,
    name_en   text NOT NULL,
    PRIMARY KEY (unit_id, from_date)
);
