package org.onmaru.server.onair.broadcast;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.onmaru.wire.Gate;

/// One line of the gate's log.
///
/// @param kind a host's wish, or the studio's move
/// @param by name of the host, or the studio's reason
/// @param programmeMs programme time of the move, milliseconds; null for wishes
public record GateLine(
        Gate side,
        Kind kind,
        String by,
        Instant at,
        @Nullable Long programmeMs) {

    /// Who acted.
    public enum Kind {
        WISH,
        MOVED
    }
}
