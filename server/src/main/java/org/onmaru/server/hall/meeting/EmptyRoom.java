package org.onmaru.server.hall.meeting;

/// What is due for a meeting in session that everybody left without adjourning it.
public enum EmptyRoom {
    /// Nothing yet: they may come back.
    NOTHING,
    /// It goes off air.
    OFF_AIR,
    /// It goes off air and is adjourned.
    OVER
}
