package org.onmaru.server.hall.floor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.onmaru.server.hall.meeting.MeetingId;

class AbsencesTest {

    private static final MeetingId MEETING = new MeetingId(new UUID(0, 1));
    private static final Instant START = Instant.parse("2020-12-08T00:00:00Z");
    private static final Set<String> BOTH = Set.of("p-1", "p-2");

    private final Absences absences = new Absences();

    private Set<String> look(Set<String> here, int seconds) {
        return absences.gone(MEETING, BOTH, here, START.plusSeconds(seconds)).keySet();
    }

    @Test
    void whoIsMissedForLongIsGoneSinceTheyWereMissedFirst() {
        assertThat(look(BOTH, 0)).isEmpty();
        assertThat(look(Set.of("p-1"), 10)).isEmpty();
        assertThat(look(Set.of("p-1"), 24)).isEmpty();
        assertThat(absences.gone(MEETING, BOTH, Set.of("p-1"), START.plusSeconds(25)))
                .containsEntry("p-2", START.plusSeconds(10))
                .hasSize(1);
    }

    @Test
    void whoComesBackInBetweenIsMissedAnew() {
        look(Set.of("p-1"), 0);
        look(BOTH, 10);
        assertThat(look(Set.of("p-1"), 20)).isEmpty();
        assertThat(look(Set.of("p-1"), 34)).isEmpty();
        assertThat(look(Set.of("p-1"), 35)).containsExactly("p-2");
    }

    @Test
    void aMeetingThatIsOverIsForgotten() {
        look(Set.of(), 0);
        absences.forgetOthers(Set.of());
        assertThat(look(Set.of(), 20)).isEmpty();
    }
}
