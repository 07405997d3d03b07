package org.onmaru.server.onair.room;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.city.identity.Role;

/// Somebody in a room now.
///
/// @param identity `p-…` person, `g-…` guest, `s-…` simulated
/// @param unit name of the unit; empty when none
/// @param seat order in lists and picture; null when none
/// @param screen true while they share a screen
public record Participant(
        String identity,
        String name,
        String unit,
        String post,
        @Nullable Role role,
        @Nullable Integer seat,
        Instant joinedAt,
        Device microphone,
        Device camera,
        boolean screen,
        boolean simulated) {

    /// What a microphone or camera does.
    public enum Device {
        ON,
        OFF,
        NONE
    }
}
