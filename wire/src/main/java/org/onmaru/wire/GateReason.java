package org.onmaru.wire;

/// Why the gate moved.
public enum GateReason {
    /// The server said so.
    COMMAND,
    /// No lease for ten seconds: the studio cannot know whether it may be on air.
    LEASE_EXPIRED,
    /// The room is gone or refuses the studio.
    ROOM_LOST,
    /// The programme begins, ends, or a studio came back after a crash.
    LIFECYCLE
}
