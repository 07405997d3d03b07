-- What people were before posts had dates. FormerPosts makes posts and holdings of them at the next start and leaves
-- null; nothing else reads or writes these columns.
ALTER TABLE identity_person RENAME COLUMN unit_id TO former_unit_id;
ALTER TABLE identity_person RENAME COLUMN post TO former_post;
ALTER TABLE identity_person ALTER COLUMN former_post DROP NOT NULL;

-- Who is in which post, first and last day included; no last day while it goes on.
CREATE TABLE identity_holding (
    id         uuid PRIMARY KEY,
    person_id  uuid NOT NULL REFERENCES identity_person,
    post_id    uuid NOT NULL,
    kind       text NOT NULL,
    from_date  date NOT NULL,
    until_date date CHECK (until_date >= from_date)
);
CREATE INDEX identity_holding_person ON identity_holding (person_id);
CREATE INDEX identity_holding_post ON identity_holding (post_id);
