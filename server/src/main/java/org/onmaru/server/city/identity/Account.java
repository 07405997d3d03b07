package org.onmaru.server.city.identity;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.city.directory.UnitId;

/// A person who can sign in.
///
/// @param cityRoles what they are everywhere in the city
/// @param synthetic invented for the demonstration
public record Account(
        PersonId id,
        String loginName,
        String name,
        @Nullable UnitId unit,
        String post,
        Set<Role> cityRoles,
        boolean disabled,
        boolean synthetic) {

    Actor.Person actor() {
        return new Actor.Person(id, name, unit, post);
    }
}
