package org.onmaru.server.onair.room;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.city.identity.Role;
import org.onmaru.server.hall.minutes.Attendance;

/// What the minutes are told of those in a room. Guests, and clerks who take the minutes, sit in (배석); everybody else
/// attends. Simulated attendees are nobody.
final class Attendances {

    private Attendances() {}

    static List<Attendance.Attendee> of(List<Participant> there) {
        return there.stream()
                .filter(one -> !one.simulated())
                .map(one -> new Attendance.Attendee(
                        one.identity(),
                        one.name(),
                        one.unit(),
                        one.post(),
                        attends(one.identity(), one.role()),
                        one.role() == Role.CHAIR,
                        one.seat()))
                .toList();
    }

    private static boolean attends(String identity, @Nullable Role role) {
        return Standing.person(identity).isPresent() && role != Role.CLERK;
    }
}
