package org.onmaru.server.hall.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.onmaru.server.hall.series.OnHolidays;
import org.onmaru.server.hall.series.Phase;
import org.onmaru.server.hall.series.Recurrence;
import org.onmaru.server.hall.series.Series;
import org.onmaru.server.hall.series.SeriesId;
import org.onmaru.server.problem.Problem;

class MeetingTest {

    private static final Instant NOW = Instant.parse("2026-11-22T23:00:00Z");

    private static final Series SERIES = new Series(
            new SeriesId(UUID.randomUUID()),
            "영상회의",
            "Meeting",
            LocalTime.of(8, 30),
            30,
            60,
            new Recurrence.Daily(),
            OnHolidays.MEET,
            LocalDate.of(2026, 11, 1),
            287);

    private static final Phase PHASE =
            new Phase(UUID.randomUUID(), LocalDate.of(2026, 11, 1), Phase.Plan.first("영상회의", "Meeting"));

    private static Meeting scheduled(boolean rehearsal) {
        return Sitting.of(
                SERIES,
                PHASE,
                LocalDate.of(2026, 11, 23),
                LocalTime.of(8, 30),
                rehearsal ? null : 1,
                true,
                rehearsal,
                ZoneId.of("Asia/Seoul"));
    }

    @Test
    void itIsDueAtTheCitysHour() {
        assertThat(scheduled(false).startsAt()).isEqualTo(Instant.parse("2026-11-22T23:30:00Z"));
        assertThat(scheduled(false).opensAt()).isEqualTo(NOW);
    }

    @Test
    void itTakesItsOrdinalWhenItOpens() {
        var open = scheduled(false).open(NOW, () -> 287);
        assertThat(open.ordinal()).isEqualTo(287);
        assertThat(open.start(NOW).adjourn(NOW).state()).isEqualTo(MeetingState.ADJOURNED);
    }

    @Test
    void aRehearsalTakesNone() {
        var open = scheduled(true).open(NOW, () -> {
            throw new AssertionError("asked for an ordinal");
        });
        assertThat(open.ordinal()).isNull();
    }

    @Test
    void aCancelledMeetingHasNone() {
        assertThat(scheduled(false).open(NOW, () -> 5).cancel(NOW).ordinal()).isNull();
    }

    @Test
    void itOnlyMovesForward() {
        var running = scheduled(false).open(NOW, () -> 1).start(NOW);
        var over = running.adjourn(NOW);
        refused(() -> scheduled(false).start(NOW), "meeting-cannot-start");
        refused(() -> scheduled(false).adjourn(NOW), "meeting-cannot-adjourn");
        refused(() -> running.start(NOW), "meeting-cannot-start");
        refused(() -> running.open(NOW, () -> 2), "meeting-cannot-open");
        refused(() -> running.cancel(NOW), "meeting-cannot-cancel");
        refused(() -> over.start(NOW), "meeting-cannot-start");
        refused(() -> over.adjourn(NOW), "meeting-cannot-adjourn");
        refused(() -> over.cancel(NOW), "meeting-cannot-cancel");
    }

    @Test
    void nobodyOpensItTheDayBeforeYesterday() {
        refused(() -> scheduled(false).open(NOW.minus(Duration.ofDays(2)), () -> 1), "meeting-too-early");
    }

    private static void refused(Runnable step, String code) {
        assertThatThrownBy(step::run).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.ko()).isNotBlank().endsWith("습니다.");
        });
    }
}
