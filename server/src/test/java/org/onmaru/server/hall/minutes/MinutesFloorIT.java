package org.onmaru.server.hall.minutes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onmaru.server.hall.minutes.MinutesHall.edit;
import static org.onmaru.server.hall.minutes.MinutesHall.missing;
import static org.onmaru.server.hall.minutes.MinutesHall.ok;
import static org.onmaru.server.hall.minutes.MinutesHall.value;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onmaru.server.MovableClock;
import org.onmaru.server.ServerTest;
import org.onmaru.server.settings.DataDirectory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Who had the floor, in the minutes and in what everybody reads of them.
@ServerTest
class MinutesFloorIT {

    private static final Instant HALF_PAST_EIGHT = Instant.parse("2026-11-22T23:30:00Z");

    @Autowired
    private MovableClock.Hands clock;

    @Autowired
    private DataDirectory data;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    private int turns;

    @BeforeEach
    void morning() {
        clock.set(HALF_PAST_EIGHT);
    }

    /// Somebody had the floor until now.
    private void spoke(MinutesHall hall, String name, String item, int seconds) {
        turns++;
        jdbc.sql("INSERT INTO floor_turn VALUES (?, ?, ?, 'SPEECH', 'p-1', ?, '강천면', '면장', ?, true, NULL, ?, ?)")
                .params(
                        UUID.fromString(hall.meeting),
                        turns,
                        turns,
                        name,
                        item,
                        Timestamp.from(clock.instant().minusSeconds(seconds)),
                        Timestamp.from(clock.instant()))
                .update();
    }

    @Test
    void isWrittenByItselfCorrectedByTheClerkAndNeverPublicForAnInternalItem() {
        var hall = new MinutesHall(port, data, false);
        var open = hall.begin("강천면 제설", true);
        clock.advance(Duration.ofMinutes(3));
        spoke(hall, "김강천", open, 170);
        spoke(hall, "잘못 누름", open, 4);
        assertThat(value(hall.read(), "turns/" + open)).isEqualTo("강천면 면장 김강천 (08:30~08:33, 3분)");
        assertThat(missing(hall.read())).as("that is not yet what was said").contains("SPEECHES");

        hall.type(hall.clerk, edit("turns/" + open, "강천면 면장 김강천 (08:30~08:33, 3분)", "강천면 면장 이강천 (08:30~08:33, 3분)"));
        var internal = hall.begin("인사 협의", false);
        clock.advance(Duration.ofMinutes(1));
        spoke(hall, "숨은 이", internal, 60);
        spoke(hall, "김강천", open, 30);
        assertThat(value(hall.read(), "turns/" + open))
                .as("what comes later is added to what the clerk wrote")
                .isEqualTo("강천면 면장 이강천 (08:30~08:33, 3분)\n강천면 면장 김강천 (08:33~08:34, 30초)");
        assertThat(value(hall.read(), "turns/" + internal)).contains("숨은 이");

        hall.adjourn();
        hall.writeTheRest(open);
        ok(hall.step(hall.clerk, "review", "{}"));
        var sealed = hall.signed();
        assertThat(sealed.toString()).contains("이강천", "숨은 이");
        ok(hall.clerk.post(hall.path("/minutes/publish"), "{}"));
        assertThat(ok(hall.open()).toString()).contains("이강천").doesNotContain("숨은 이", "인사 협의");
    }
}
