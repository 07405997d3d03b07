package org.onmaru.server.hall.series;

/// Numbers of weeks within a month.
final class Weeks {

    /// The last such weekday of the month, fourth or fifth.
    static final int LAST = -1;

    private Weeks() {}
}
