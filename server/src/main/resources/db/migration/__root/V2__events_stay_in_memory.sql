-- What one part of the server tells another is told in the process, or worked out anew after a start. Keeping it here as
-- well took every request that changes something a second connection at the worst moment.
DROP TABLE event_publication;
