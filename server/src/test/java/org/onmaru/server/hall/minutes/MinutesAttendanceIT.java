package org.onmaru.server.hall.minutes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onmaru.server.hall.minutes.MinutesHall.await;
import static org.onmaru.server.hall.minutes.MinutesHall.ok;
import static org.onmaru.server.hall.minutes.MinutesHall.value;

import org.junit.jupiter.api.Test;
import org.onmaru.server.ServerTest;
import org.onmaru.server.onair.support.Signaller;
import org.onmaru.server.settings.DataDirectory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// From the room at the real SFU to the list of those attending.
@ServerTest
class MinutesAttendanceIT {

    @Autowired
    private DataDirectory data;

    @LocalServerPort
    private int port;

    @Test
    void whoeverWasInTheRoomIsInTheMinutesAlsoAfterTheyLeft() throws Exception {
        var hall = new MinutesHall(port, data, false);
        var seen = hall.clerk.events(hall.path() + "/events");
        assertThat(value(hall.read(), "attendees")).isEmpty();

        var mayor = ok(hall.as("mayor").post("/api/v1/meetings/" + hall.meeting + "/join", "{}"));
        var clerk = ok(hall.clerk.post("/api/v1/meetings/" + hall.meeting + "/join", "{}"));
        try (var chair = Signaller.join(port, mayor.path("token").asString());
                var writes = Signaller.join(port, clerk.path("token").asString())) {
            assertThat(chair.joined()).isNotSameAs(writes.joined());
            await(
                    seen,
                    minutes -> value(minutes, "attendees").equals("시장실 시장 한가온")
                            && value(minutes, "observers").equals("비서실 주무관 문초롱"));
        }
        hall.adjourn();
        assertThat(value(hall.read(), "attendees")).isEqualTo("시장실 시장 한가온");
    }
}
