package org.onmaru.server.hall.agenda;

import org.onmaru.server.hall.meeting.MeetingId;

/// Another slide is on a meeting's stage, or none any more. Told within the transaction that does it.
public record SlideChanged(MeetingId meeting) {}
