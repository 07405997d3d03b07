package org.onmaru.server.hall.meeting;

/// A meeting moved from one state to the next.
public record MeetingChanged(MeetingView meeting, MeetingState before) {}
