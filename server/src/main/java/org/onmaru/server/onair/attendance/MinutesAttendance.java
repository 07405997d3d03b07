package org.onmaru.server.onair.attendance;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.city.directory.Directory;
import org.onmaru.server.city.directory.Unit;
import org.onmaru.server.city.identity.Memberships;
import org.onmaru.server.city.identity.Role;
import org.onmaru.server.hall.meeting.MeetingView;
import org.onmaru.server.hall.minutes.RoomAttendance;
import org.springframework.stereotype.Component;

/// Tells the minutes who was there. Guests, and clerks of the series, who take the minutes, sit in (배석); everybody
/// else attends. Simulated attendees are nobody.
@Component
class MinutesAttendance implements RoomAttendance {

    private static final String PERSON = "p-";

    private final AttendanceStore store;
    private final Memberships memberships;
    private final Directory directory;
    private final Clock clock;

    MinutesAttendance(AttendanceStore store, Memberships memberships, Directory directory, Clock clock) {
        this.store = store;
        this.memberships = memberships;
        this.directory = directory;
        this.clock = clock;
    }

    @Override
    public Present during(MeetingView meeting) {
        var started = meeting.startedAt();
        if (started == null) {
            return new Present(List.of(), List.of());
        }
        var roles = memberships.in(meeting.series().value()).entrySet().stream()
                .collect(Collectors.toMap(member -> PERSON + member.getKey().value(), Map.Entry::getValue));
        var seats =
                directory.unitsOn(meeting.date()).stream().collect(Collectors.toMap(Unit::name, Unit::seat, Math::min));
        var order = Comparator.comparing((Stay stay) -> roles.get(stay.identity()) != Role.CHAIR)
                .thenComparing(stay -> seats.getOrDefault(stay.unit(), Integer.MAX_VALUE))
                .thenComparing(Stay::unit)
                .thenComparing(Stay::name)
                .thenComparing(Stay::identity);
        var people = there(meeting, started).stream().sorted(order).toList();
        return new Present(
                lines(people.stream().filter(stay -> attends(stay, roles.get(stay.identity())))),
                lines(people.stream().filter(stay -> !attends(stay, roles.get(stay.identity())))));
    }

    private List<Stay> there(MeetingView meeting, Instant started) {
        var ended = Optional.ofNullable(meeting.adjournedAt()).orElseGet(clock::instant);
        var last = new LinkedHashMap<String, Stay>();
        store.of(meeting.id()).stream()
                .filter(stay -> !stay.simulated())
                .filter(stay -> !stay.joined().isAfter(ended))
                .filter(stay -> stay.left() == null || !stay.left().isBefore(started))
                .forEach(stay -> last.put(stay.identity(), stay));
        return List.copyOf(last.values());
    }

    private static boolean attends(Stay stay, @Nullable Role role) {
        return stay.identity().startsWith(PERSON) && role != Role.CLERK;
    }

    private static List<String> lines(Stream<Stay> stays) {
        return stays.map(stay -> Stream.of(stay.unit(), stay.post(), stay.name())
                        .filter(word -> !word.isEmpty())
                        .collect(Collectors.joining(" ")))
                .toList();
    }
}
