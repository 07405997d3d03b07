package org.onmaru.server.onair.broadcast;

import org.onmaru.server.hall.meeting.MeetingId;

/// A programme goes differently than before. Also sent once a second while figures move.
public record ProgrammeChanged(MeetingId meeting, Programme programme) {}
