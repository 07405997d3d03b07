package org.onmaru.server.onair.room;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.city.identity.Permission;
import org.onmaru.server.city.identity.Role;

/// What somebody is in a room: their name plate, their seat, and what they may send.
///
/// @param unit name of the unit; empty when none
/// @param post what they are there; empty when nothing
/// @param seat order in lists and picture; null when none
public record Place(
        String name,
        String unit,
        String post,
        Role role,
        @Nullable Integer seat,
        Set<Permission> permissions) {

    public Place {
        permissions = Set.copyOf(permissions);
    }

    /// As the SFU carries them to everybody; see [Participant].
    public Map<String, String> attributes() {
        var attributes = new HashMap<String, String>();
        attributes.put("unit", unit);
        attributes.put("post", post);
        attributes.put("role", role.name());
        // the SFU keeps an attribute that is left out, and drops one that is empty
        attributes.put("seat", seat == null ? "" : Integer.toString(seat));
        return attributes;
    }

    boolean mayJoin() {
        return permissions.contains(Permission.JOIN);
    }

    boolean isThatOf(Participant participant) {
        return mayJoin()
                && name.equals(participant.name())
                && unit.equals(participant.unit())
                && post.equals(participant.post())
                && role == participant.role()
                && Objects.equals(seat, participant.seat());
    }
}
