package org.onmaru.server.city.identity;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.city.directory.UnitId;

/// A person who can sign in.
///
/// @param held their posts of today, the strongest first
/// @param cityRoles what they are everywhere in the city
/// @param synthetic invented for the demonstration
public record Account(
        PersonId id,
        String loginName,
        String name,
        List<HeldPost> held,
        Set<Role> cityRoles,
        boolean disabled,
        boolean synthetic) {

    /// The unit of the post on their name plate.
    public @Nullable UnitId unit() {
        return held.isEmpty() ? null : held.getFirst().post().unit();
    }

    /// What their name plate says, e.g. `면장 직무대리`; empty when they have no post.
    public String post() {
        return held.isEmpty() ? "" : held.getFirst().label();
    }

    Actor.Person actor() {
        return new Actor.Person(id, name, unit(), post());
    }
}
