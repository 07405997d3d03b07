-- Whether citizens may know of it: as its phase says, unless somebody decided otherwise for this meeting.
ALTER TABLE meeting_meeting ADD COLUMN broadcast boolean NOT NULL DEFAULT true;
ALTER TABLE meeting_meeting ADD COLUMN broadcast_decided boolean NOT NULL DEFAULT false;

-- What is there already follows the phase of its day.
UPDATE meeting_meeting AS m SET broadcast = p.broadcast
FROM series_phase AS p
WHERE p.series_id = m.series_id
  AND p.from_date = (
      SELECT coalesce(max(q.from_date) FILTER (WHERE q.from_date <= m.date), min(q.from_date))
      FROM series_phase AS q WHERE q.series_id = m.series_id
  );
