package org.onmaru.server.city.notice;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.onmaru.server.city.identity.PersonId;
import org.springframework.stereotype.Component;

/// By which ways people can be told today: those they want, have an address for and this city sends, and their devices.
@Component
class Reach {

    private final ContactBook contacts;
    private final DeviceBook devices;
    private final Couriers couriers;

    Reach(ContactBook contacts, DeviceBook devices, Couriers couriers) {
        this.contacts = contacts;
        this.devices = devices;
        this.couriers = couriers;
    }

    /// Of those who can be told at all.
    Map<PersonId, Set<Way>> of(Collection<PersonId> people) {
        var ways = new HashMap<PersonId, Set<Way>>();
        var sending = couriers.ways();
        contacts.of(people)
                .forEach((person, contact) -> ways.put(
                        person,
                        contact.ways().stream().filter(sending::contains).collect(Collectors.toSet())));
        devices.owners(people).forEach(person -> ways.merge(person, Set.of(Way.PUSH), Reach::both));
        ways.values().removeIf(Set::isEmpty);
        return ways;
    }

    /// Whether the person wants to be told this way, be it that the city does not send it any more.
    boolean isWanted(PersonId person, Way way) {
        return switch (way) {
            case EMAIL, SMS -> contacts.of(person).ways().contains(way);
            case PUSH -> !devices.owners(List.of(person)).isEmpty();
        };
    }

    private static Set<Way> both(Set<Way> some, Set<Way> others) {
        return Stream.concat(some.stream(), others.stream()).collect(Collectors.toSet());
    }
}
