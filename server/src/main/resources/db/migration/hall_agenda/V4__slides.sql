-- What is on the stage of a meeting: a page of a file beside the item that runs. Gone when the item ends.
CREATE TABLE agenda_slide (
    meeting_id    uuid PRIMARY KEY,
    item_key      text    NOT NULL,
    attachment_id uuid    NOT NULL REFERENCES agenda_attachment (id),
    page          integer NOT NULL CHECK (page >= 1),
    pages         integer NOT NULL CHECK (pages >= page),
    -- whether the item was public when it was put there: what was not is never broadcast
    open          boolean NOT NULL
);
