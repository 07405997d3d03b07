package org.onmaru.wire;

/// How the stage arranges people.
public enum Layout {
    /// Everybody in equal tiles, in seat order.
    GRID,
    /// The current speaker large, the others in a strip below.
    SPEAKER
}
