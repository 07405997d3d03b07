package org.onmaru.server.hall.minutes;

import org.onmaru.server.hall.meeting.MeetingId;

/// Minutes were written in or took a step, or who attends became known.
public record MinutesChanged(MeetingId meeting) {}
