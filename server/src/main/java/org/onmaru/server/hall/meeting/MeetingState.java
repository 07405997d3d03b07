package org.onmaru.server.hall.meeting;

/// The life of a meeting; it only moves forward.
public enum MeetingState {
    SCHEDULED,
    OPEN,
    IN_SESSION,
    ADJOURNED,
    CANCELLED
}
