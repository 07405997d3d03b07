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

    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    /// 08:30 and the sixty minutes it is planned to take.
    private static final Instant PLANNED_END = Instant.parse("2026-11-23T00:30:00Z");

    @Test
    void aRehearsalIsOverTenMinutesAfterEverybodyLeft() {
        var rehearsal = scheduled(true).open(NOW, () -> 0).start(NOW);
        assertThat(rehearsal.whenEmpty(NOW, after(NOW, 599), SEOUL)).isEqualTo(EmptyRoom.NOTHING);
        assertThat(rehearsal.whenEmpty(NOW, after(NOW, 600), SEOUL)).isEqualTo(EmptyRoom.OVER);
        assertThat(rehearsal.adjournEmpty(NOW, after(NOW, 600), SEOUL))
                .returns(MeetingState.ADJOURNED, Meeting::state)
                .returns(true, Meeting::adjournedEmpty)
                .returns(after(NOW, 600), Meeting::adjournedAt);
    }

    @Test
    void nobodyWasInTheRoomBeforeItBegan() {
        var rehearsal = scheduled(true).open(NOW, () -> 0).start(after(NOW, 3_600));
        assertThat(rehearsal.whenEmpty(NOW, after(NOW, 3_600 + 599), SEOUL)).isEqualTo(EmptyRoom.NOTHING);
    }

    @Test
    void aMeetingWaitsForItsPeopleUntilItsPlannedEndAndThenHalfAnHourOnAirAndTwoHoursInSession() {
        var meeting = scheduled(false).open(NOW, () -> 1).start(NOW);
        assertThat(meeting.whenEmpty(NOW, after(PLANNED_END, -1), SEOUL)).isEqualTo(EmptyRoom.NOTHING);
        assertThat(meeting.whenEmpty(PLANNED_END, after(PLANNED_END, 1_799), SEOUL))
                .isEqualTo(EmptyRoom.NOTHING);
        assertThat(meeting.whenEmpty(PLANNED_END, after(PLANNED_END, 1_800), SEOUL))
                .isEqualTo(EmptyRoom.OFF_AIR);
        assertThat(meeting.whenEmpty(PLANNED_END, after(PLANNED_END, 7_199), SEOUL))
                .isEqualTo(EmptyRoom.OFF_AIR);
        assertThat(meeting.whenEmpty(PLANNED_END, after(PLANNED_END, 7_200), SEOUL))
                .isEqualTo(EmptyRoom.OVER);
        assertThatThrownBy(() -> meeting.adjournEmpty(PLANNED_END, after(PLANNED_END, 7_199), SEOUL))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aNightSittingEndsAtSixInTheMorningAtTheLatestButNeverWithPeopleInTheRoom() {
        var meeting = scheduled(false).open(NOW, () -> 1).start(NOW);
        var six = Instant.parse("2026-11-23T21:00:00Z"); // 06:00 on the 24th
        assertThat(meeting.whenEmpty(after(six, -1_801), after(six, -1), SEOUL)).isEqualTo(EmptyRoom.OFF_AIR);
        assertThat(meeting.whenEmpty(after(six, -1_800), six, SEOUL)).isEqualTo(EmptyRoom.OVER);
        assertThat(meeting.whenEmpty(after(six, -60), six, SEOUL)).isEqualTo(EmptyRoom.NOTHING);
    }

    @Test
    void whatIsNotInSessionIsNotEndedByAnEmptyRoom() {
        var open = scheduled(false).open(NOW, () -> 1);
        assertThat(open.whenEmpty(NOW, after(NOW, 1_000_000), SEOUL)).isEqualTo(EmptyRoom.NOTHING);
        var over = open.start(NOW).adjourn(NOW);
        assertThat(over.whenEmpty(NOW, after(NOW, 1_000_000), SEOUL)).isEqualTo(EmptyRoom.NOTHING);
        assertThat(over.adjournedEmpty()).isFalse();
    }

    private static Instant after(Instant instant, long seconds) {
        return instant.plusSeconds(seconds);
    }

    private static void refused(Runnable step, String code) {
        assertThatThrownBy(step::run).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.ko()).isNotBlank().endsWith("습니다.");
        });
    }

    @Test
    void itIsForCitizensAsItsPhaseSaysUnlessDecidedOtherwise() {
        var meeting = scheduled(false);
        assertThat(meeting.view().isPublic()).isTrue();
        assertThat(meeting.forCitizens(false).view().isPublic()).isFalse();
        assertThat(meeting.forCitizens(false)
                        .open(NOW, () -> 1)
                        .start(NOW)
                        .forCitizens(true)
                        .broadcast())
                .isTrue();
    }

    @Test
    void whatCitizensSawIsNotTakenBack() {
        var open = scheduled(false).open(NOW, () -> 1);
        assertThat(open.forCitizens(false).broadcast())
                .as("nobody saw anything yet")
                .isFalse();
        var inSession = open.start(NOW);
        assertThat(inSession.forCitizens(true)).isSameAs(inSession);
        assertThatThrownBy(() -> inSession.forCitizens(false))
                .hasMessageContaining("in session; it cannot be opened or closed to citizens");
        assertThatThrownBy(() -> inSession.adjourn(NOW).forCitizens(false)).hasMessageContaining("adjourned;");
    }

    @Test
    void aRehearsalIsNeverForCitizens() {
        assertThat(scheduled(true).view().isPublic()).isFalse();
        assertThatThrownBy(() -> scheduled(true).forCitizens(false)).hasMessageContaining("rehearsal");
    }
}
