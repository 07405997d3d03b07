-- Whether citizens may know of it: as its phase says, unless somebody decided otherwise for this meeting.
ALTER TABLE meeting_meeting ADD COLUMN broadcast boolean NOT NULL DEFAULT true;
ALTER TABLE meeting_meeting ADD COLUMN broadcast_decided boolean NOT NULL DEFAULT false;
