package org.onmaru.server.city.identity;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.city.directory.UnitId;

/// A link that lets one outsider into one meeting.
///
/// @param label for whom it was made
/// @param usedBy the name the claimer gave
public record Invitation(
        UUID id,
        UUID meeting,
        String label,
        Role role,
        @Nullable UnitId unit,
        Instant expiresAt,
        State state,
        @Nullable String usedBy) {

    /// What became of the link.
    public enum State {
        OPEN,
        USED,
        EXPIRED,
        REVOKED
    }
}
