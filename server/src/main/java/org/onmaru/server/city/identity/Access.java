package org.onmaru.server.city.identity;

import java.util.Optional;
import java.util.Set;

/// The one place that says who may do what where.
public interface Access {

    /// Who makes the current request; [Actor.Anonymous] when nobody signed in.
    Actor current();

    /// The strongest role the actor has there: city-wide, by series membership, or by invitation to the meeting.
    Optional<Role> role(Actor actor, Scope scope);

    /// What the actor may do there; empty when nothing.
    Set<Permission> permissions(Actor actor, Scope scope);

    /// Returns the current actor when they may; throws [Denied] otherwise.
    Actor require(Permission permission, Scope scope);
}
