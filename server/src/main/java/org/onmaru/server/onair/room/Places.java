package org.onmaru.server.onair.room;

import java.util.Optional;
import org.onmaru.server.city.directory.Directory;
import org.onmaru.server.city.directory.Unit;
import org.onmaru.server.city.directory.UnitId;
import org.onmaru.server.city.identity.Access;
import org.onmaru.server.city.identity.Actor;
import org.onmaru.server.city.identity.People;
import org.onmaru.server.city.identity.Role;
import org.onmaru.server.hall.meeting.MeetingView;
import org.springframework.stereotype.Component;

/// Works out what somebody is in a meeting's room now.
@Component
class Places {

    private final Access access;
    private final Directory directory;
    private final People people;

    Places(Access access, Directory directory, People people) {
        this.access = access;
        this.directory = directory;
        this.people = people;
    }

    Place of(Actor actor, MeetingView meeting) {
        Optional<Unit> unit = unit(actor).flatMap(one -> directory.unit(one, meeting.date()));
        return new Place(
                actor.name(),
                unit.map(Unit::name).orElse(""),
                actor instanceof Actor.Person person ? person.post() : "",
                access.role(actor, meeting.scope()).orElse(Role.GUEST),
                unit.map(Unit::seat).orElse(null),
                access.permissions(actor, meeting.scope()));
    }

    /// Empty for those whose place never changes while they are there: guests and the machine's own.
    Optional<Place> of(String identity, MeetingView meeting) {
        return Standing.person(identity).flatMap(people::actor).map(person -> of(person, meeting));
    }

    private static Optional<UnitId> unit(Actor actor) {
        return switch (actor) {
            case Actor.Person person -> Optional.ofNullable(person.unit());
            case Actor.Guest guest -> Optional.ofNullable(guest.unit());
            case Actor.Operator operator -> Optional.empty();
            case Actor.Anonymous nobody -> Optional.empty();
        };
    }
}
