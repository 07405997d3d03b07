package org.onmaru.server.hall.agenda;

import org.onmaru.server.hall.meeting.MeetingId;

/// Another slide is on a meeting's stage, its numbers are others, or none is there any more. Told within the
/// transaction that does it.
public record SlideChanged(MeetingId meeting) {}
