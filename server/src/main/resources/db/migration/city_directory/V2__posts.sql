-- The last day; null while it goes on.
ALTER TABLE directory_unit ADD COLUMN until_date date;

CREATE TABLE directory_post (
    id         uuid PRIMARY KEY,
    unit_id    uuid    NOT NULL REFERENCES directory_unit,
    seat       int     NOT NULL,
    head       boolean NOT NULL,
    until_date date,
    UNIQUE (unit_id, seat)
);

-- A post is called this from that day on, until the next row; it begins with its first name.
CREATE TABLE directory_post_name (
    post_id   uuid NOT NULL REFERENCES directory_post,
    from_date date NOT NULL,
    name      text NOT NULL,
    name_en   text NOT NULL,
    PRIMARY KEY (post_id, from_date)
);
