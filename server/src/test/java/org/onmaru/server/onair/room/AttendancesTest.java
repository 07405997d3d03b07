package org.onmaru.server.onair.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.onmaru.server.city.identity.Role;
import org.onmaru.server.hall.minutes.Attendance;

class AttendancesTest {

    private static Participant participant(String identity, @Nullable Role role, boolean simulated) {
        return new Participant(
                identity,
                "김강천",
                "강천면",
                "면장",
                role,
                7,
                Instant.EPOCH,
                Participant.Device.ON,
                Participant.Device.ON,
                false,
                simulated);
    }

    @Test
    void personsAttendGuestsAndClerksSitInAndSimulatedOnesAreNobody() {
        var person = "p-" + UUID.randomUUID();
        var clerk = "p-" + UUID.randomUUID();
        var guest = "g-" + UUID.randomUUID();
        var seen = Attendances.of(List.of(
                participant(person, Role.CHAIR, false),
                participant(clerk, Role.CLERK, false),
                participant(guest, Role.SPEAKER, false),
                participant("s-1", Role.ATTENDEE, true)));
        assertThat(seen)
                .containsExactly(
                        new Attendance.Attendee(person, "김강천", "강천면", "면장", true, true, 7),
                        new Attendance.Attendee(clerk, "김강천", "강천면", "면장", false, false, 7),
                        new Attendance.Attendee(guest, "김강천", "강천면", "면장", false, false, 7));
    }
}
