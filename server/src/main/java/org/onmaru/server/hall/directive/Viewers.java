package org.onmaru.server.hall.directive;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.onmaru.server.city.directory.UnitId;
import org.onmaru.server.city.identity.Access;
import org.onmaru.server.city.identity.Actor;
import org.onmaru.server.city.identity.Denied;
import org.onmaru.server.city.identity.Memberships;
import org.onmaru.server.city.identity.People;
import org.onmaru.server.city.identity.Permission;
import org.onmaru.server.city.identity.Role;
import org.onmaru.server.hall.series.SeriesBook;
import org.onmaru.server.hall.series.SeriesId;
import org.springframework.stereotype.Component;

/// Says who looks. Directives and needs are for the city's people: a guest, whatever their role in their meeting, and
/// the machine's operator have nothing here.
@Component
public class Viewers {

    private final Access access;
    private final People people;
    private final Memberships memberships;
    private final SeriesBook series;

    Viewers(Access access, People people, Memberships memberships, SeriesBook series) {
        this.access = access;
        this.people = people;
        this.memberships = memberships;
        this.series = series;
    }

    /// @throws Denied when nobody or a guest asks
    public Viewer current() {
        return switch (access.current()) {
            case Actor.Person person -> new Viewer(access, person, units(person));
            case Actor.Guest guest -> throw new Denied(guest, Permission.SEE_INTERNAL);
            case Actor.Operator operator -> throw new Denied(operator, Permission.SEE_INTERNAL);
            case Actor.Anonymous nobody -> throw new Denied(nobody, Permission.SEE_INTERNAL);
        };
    }

    /// @throws Denied when they do not keep the directives of that series
    public Viewer keeper(SeriesId of) {
        var viewer = current();
        if (!viewer.keeps(of)) {
            throw new Denied(viewer.person(), Permission.KEEP_DIRECTIVES);
        }
        return viewer;
    }

    /// The series all of whose directives they see.
    Set<UUID> seriesSeenBy(Viewer viewer) {
        return series.all().stream()
                .filter(one -> viewer.sees(one.id()))
                .map(one -> one.id().value())
                .collect(Collectors.toSet());
    }

    /// Who gives the directives that this person captures: a chair does; a clerk writes down what the one chair says.
    String giver(Viewer viewer, SeriesId of) {
        var mine = access.role(viewer.person(), series.get(of).scope());
        if (mine.filter(Role.CHAIR::equals).isEmpty()) {
            var chairs = memberships.in(of.value()).entrySet().stream()
                    .filter(member -> member.getValue() == Role.CHAIR)
                    .flatMap(member -> people.find(member.getKey()).stream())
                    .toList();
            if (chairs.size() == 1) {
                return Viewer.plate(chairs.getFirst().post(), chairs.getFirst().name());
            }
        }
        return viewer.plate();
    }

    private Set<UnitId> units(Actor.Person person) {
        return people.find(person.id()).stream()
                .flatMap(account -> account.held().stream())
                .map(held -> held.post().unit())
                .collect(Collectors.toSet());
    }
}
