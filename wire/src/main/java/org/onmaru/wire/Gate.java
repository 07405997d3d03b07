package org.onmaru.wire;

/// The two sides of the gate.
public enum Gate {
    ON_AIR,
    OFF_AIR
}
