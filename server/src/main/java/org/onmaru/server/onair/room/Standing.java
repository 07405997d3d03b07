package org.onmaru.server.onair.room;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.onmaru.server.city.identity.Actor;
import org.onmaru.server.city.identity.Invitations;
import org.onmaru.server.city.identity.People;
import org.onmaru.server.city.identity.PersonId;
import org.springframework.stereotype.Component;

/// Whether those who hold a ticket, or are inside already, are still who they were: an account can be disabled and an
/// invitation revoked at any time.
@Component
class Standing {

    private static final String PERSON = "p-";
    private static final String GUEST = "g-";

    private final People people;
    private final Invitations invitations;

    Standing(People people, Invitations invitations) {
        this.people = people;
        this.invitations = invitations;
    }

    /// Identity in rooms; empty for those who never enter one.
    static Optional<String> identity(Actor actor) {
        return switch (actor) {
            case Actor.Person person -> Optional.of(PERSON + person.id().value());
            case Actor.Guest guest -> Optional.of(GUEST + guest.id());
            case Actor.Operator operator -> Optional.empty();
            case Actor.Anonymous nobody -> Optional.empty();
        };
    }

    /// Whose identity in rooms this is; empty for guests and the machine's own.
    static Optional<PersonId> person(String identity) {
        return identity.startsWith(PERSON) ? id(identity).map(PersonId::new) : Optional.empty();
    }

    /// Whether this identity may still be in any room. Those without account or invitation, the machine's own, always.
    boolean holds(String identity) {
        return lost(List.of(identity)).isEmpty();
    }

    /// Those of these whose account or invitation does not hold any more.
    Set<String> lost(List<String> identities) {
        List<PersonId> persons = new ArrayList<>();
        List<UUID> guests = new ArrayList<>();
        Set<String> lost = new HashSet<>();
        for (String identity : identities) {
            if (identity.startsWith(PERSON)) {
                id(identity).map(PersonId::new).ifPresentOrElse(persons::add, () -> lost.add(identity));
            } else if (identity.startsWith(GUEST)) {
                id(identity).ifPresentOrElse(guests::add, () -> lost.add(identity));
            }
        }
        people.withoutAccess(persons).forEach(person -> lost.add(PERSON + person.value()));
        invitations.withoutAccess(guests).forEach(guest -> lost.add(GUEST + guest));
        return lost;
    }

    private static Optional<UUID> id(String identity) {
        try {
            return Optional.of(UUID.fromString(identity.substring(PERSON.length())));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
