package org.onmaru.server.city.identity;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.city.directory.Directory;
import org.onmaru.server.city.directory.Unit;
import org.onmaru.server.city.directory.UnitId;
import org.springframework.stereotype.Component;

/// Tells an actor who they are.
@Component
class MeBook {

    private final People people;
    private final Setup setup;
    private final Directory directory;
    private final Clock clock;

    MeBook(People people, Setup setup, Directory directory, Clock clock) {
        this.people = people;
        this.setup = setup;
        this.directory = directory;
        this.clock = clock;
    }

    Me of(Actor actor) {
        return switch (actor) {
            case Actor.Anonymous _ -> nobody(setup.needed());
            case Actor.Operator _ -> nobody(false);
            case Actor.Person(var id, var name, var unit, var post) ->
                new Me(
                        true,
                        false,
                        Me.Kind.person,
                        id.value(),
                        name,
                        nameOf(unit),
                        post,
                        people.find(id).stream()
                                .flatMap(account -> account.cityRoles().stream())
                                .sorted()
                                .toList(),
                        null,
                        clock.instant());
            case Actor.Guest(var id, var name, var meeting, var _, var unit) ->
                new Me(true, false, Me.Kind.guest, id, name, nameOf(unit), null, List.of(), meeting, clock.instant());
        };
    }

    private Me nobody(boolean setupNeeded) {
        return new Me(false, setupNeeded, Me.Kind.none, null, null, null, null, List.of(), null, clock.instant());
    }

    private @Nullable String nameOf(@Nullable UnitId unit) {
        return unit == null
                ? null
                : directory.unit(unit, LocalDate.now(clock)).map(Unit::name).orElse(null);
    }
}
