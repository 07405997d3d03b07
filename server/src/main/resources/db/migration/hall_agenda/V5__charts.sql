-- A chart of the city's figures on the stage, in place of a page of a file.
ALTER TABLE agenda_slide
    ALTER COLUMN attachment_id DROP NOT NULL,
    ALTER COLUMN page DROP NOT NULL,
    ALTER COLUMN pages DROP NOT NULL,
    ADD COLUMN chart text,
    -- of which metric; null for a table of all
    ADD COLUMN metric text,
    -- what it says, and the name of exactly that
    ADD COLUMN facts jsonb,
    ADD COLUMN print text,
    ADD CHECK (
        (attachment_id IS NULL) = (page IS NULL) AND (attachment_id IS NULL) = (pages IS NULL)
        AND (chart IS NULL) = (facts IS NULL) AND (chart IS NULL) = (print IS NULL)
        AND (attachment_id IS NULL) <> (chart IS NULL));
