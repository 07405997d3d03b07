package org.onmaru.server.city.identity;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/// Decides by city roles, series membership and invitation, in that order of strength.
@Component
class Grants implements Access {

    private static final Set<Permission> OPERATOR = Set.copyOf(EnumSet.complementOf(EnumSet.of(Permission.ADMINISTER)));

    /// To watch a real meeting's programme while simulated attendees sit in it, and to change nothing.
    private static final Set<Permission> OPERATOR_ELSEWHERE = Set.of(Permission.SEE_INTERNAL);

    private final People people;
    private final Memberships memberships;
    private final ObjectProvider<Rehearsals> rehearsals;

    Grants(People people, Memberships memberships, ObjectProvider<Rehearsals> rehearsals) {
        this.people = people;
        this.memberships = memberships;
        this.rehearsals = rehearsals;
    }

    @Override
    public Actor current() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof ActorAuthentication known
                ? known.getPrincipal()
                : new Actor.Anonymous();
    }

    @Override
    public Optional<Role> role(Actor actor, Scope scope) {
        return switch (actor) {
            case Actor.Anonymous _, Actor.Operator _ -> Optional.empty();
            case Actor.Guest guest ->
                guest.meeting().equals(scope.meeting()) ? Optional.of(guest.role()) : Optional.empty();
            case Actor.Person person -> roles(person, scope).min(Role::compareTo);
        };
    }

    @Override
    public Set<Permission> permissions(Actor actor, Scope scope) {
        if (actor instanceof Actor.Operator) {
            return mayRehearse(scope) ? OPERATOR : OPERATOR_ELSEWHERE;
        }
        return role(actor, scope).map(Role::permissions).orElse(Set.of());
    }

    @Override
    public Actor require(Permission permission, Scope scope) {
        var actor = current();
        if (!permissions(actor, scope).contains(permission)) {
            throw new Denied(actor, permission);
        }
        return actor;
    }

    private boolean mayRehearse(Scope scope) {
        var meeting = scope.meeting();
        return meeting != null && rehearsals.stream().anyMatch(known -> known.isRehearsal(meeting));
    }

    private Stream<Role> roles(Actor.Person person, Scope scope) {
        var cityWide = people.cityRoles(person.id()).stream();
        var series = scope.series();
        var there = series == null
                ? Stream.<Role>empty()
                : memberships.role(Objects.requireNonNull(series), person.id()).stream();
        return Stream.concat(cityWide, there);
    }
}
