package org.onmaru.server.city.notice;

/// How word reaches somebody.
public enum Way {
    EMAIL,
    SMS,
    /// On their devices, which are switched on there.
    PUSH
}
