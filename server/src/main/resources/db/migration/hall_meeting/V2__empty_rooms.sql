-- Adjourned by itself, because everybody had left without adjourning it.
ALTER TABLE meeting_meeting ADD COLUMN adjourned_empty boolean NOT NULL DEFAULT false;
