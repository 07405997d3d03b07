package org.onmaru.server.hall.directive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.onmaru.server.hall.directive.DirectiveState.*;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.onmaru.server.city.directory.UnitId;
import org.onmaru.server.hall.meeting.MeetingId;
import org.onmaru.server.hall.meeting.MeetingState;
import org.onmaru.server.hall.meeting.MeetingView;
import org.onmaru.server.hall.series.SeriesId;
import org.onmaru.server.problem.Problem;

class DirectiveTest {

    private static final LocalDate DAY = LocalDate.of(2020, 3, 8);
    private static final Instant SAID = Instant.parse("2020-03-07T23:45:00Z");
    private static final Instant LATER = SAID.plusSeconds(60);
    private static final SeriesId SERIES = new SeriesId(new UUID(0, 1));
    private static final MeetingId MEETING = new MeetingId(new UUID(0, 2));
    private static final UnitId UNIT = new UnitId(new UUID(0, 3));

    private static final Set<DirectiveState> OPEN = EnumSet.of(ISSUED, ACKNOWLEDGED, IN_PROGRESS, DONE, RETURNED);

    /// Who may go where from where; everything else is refused.
    private static final Map<DirectiveMove, Map.Entry<Set<DirectiveState>, DirectiveState>> TABLE = Map.of(
            DirectiveMove.ACKNOWLEDGE, Map.entry(Set.of(ISSUED), ACKNOWLEDGED),
            DirectiveMove.START, Map.entry(Set.of(ACKNOWLEDGED, RETURNED), IN_PROGRESS),
            DirectiveMove.FINISH, Map.entry(Set.of(IN_PROGRESS), DONE),
            DirectiveMove.VERIFY, Map.entry(Set.of(DONE), VERIFIED),
            DirectiveMove.RETURN, Map.entry(Set.of(DONE), RETURNED),
            DirectiveMove.MERGE, Map.entry(OPEN, MERGED),
            DirectiveMove.CANCEL, Map.entry(OPEN, CANCELLED),
            DirectiveMove.REASSIGN, Map.entry(OPEN, ISSUED));

    private static Directive directive(DirectiveState state, @Nullable LocalDate due) {
        return directive(UUID.randomUUID(), state, due, false, SERIES, state.open() ? null : LATER);
    }

    private static Directive directive(
            UUID id,
            DirectiveState state,
            @Nullable LocalDate due,
            boolean rehearsal,
            SeriesId series,
            @Nullable Instant closedAt) {
        return new Directive(
                new DirectiveId(id),
                new UUID(0, 4),
                series,
                MEETING,
                DAY,
                rehearsal,
                2020,
                rehearsal ? null : 15,
                "마스크 3천 장",
                UNIT,
                "강천면",
                null,
                null,
                due,
                "시장 한가온",
                SAID,
                state,
                state == MERGED ? new DirectiveId(new UUID(0, 9)) : null,
                closedAt,
                3);
    }

    static Stream<Arguments> everyMoveFromEveryState() {
        return Stream.of(DirectiveMove.values())
                .flatMap(move -> Stream.of(DirectiveState.values()).map(state -> Arguments.of(move, state)));
    }

    @ParameterizedTest
    @MethodSource("everyMoveFromEveryState")
    void movesAsTheTableSays(DirectiveMove move, DirectiveState from) {
        var row = Objects.requireNonNull(TABLE.get(move));
        var before = directive(from, null);
        assertThat(move.isPossibleFrom(from)).isEqualTo(row.getKey().contains(from));
        if (row.getKey().contains(from)) {
            var after = go(before, move);
            assertThat(after.state()).isEqualTo(row.getValue());
            assertThat(after.version()).isEqualTo(4);
            assertThat(after.closedAt()).isEqualTo(row.getValue().open() ? null : LATER);
        } else {
            assertThatThrownBy(() -> go(before, move)).isInstanceOfSatisfying(Problem.class, refused -> {
                assertThat(refused.code()).isEqualTo("directive-cannot");
                assertThat(refused.ko()).contains("'" + from.ko() + "'");
            });
        }
    }

    private static Directive go(Directive before, DirectiveMove move) {
        return switch (move) {
            case MERGE -> before.mergedInto(directive(ISSUED, null), LATER);
            case REASSIGN -> before.reassigned(new UnitId(new UUID(0, 8)), "북내면", LATER);
            case ACKNOWLEDGE, START, FINISH, VERIFY, RETURN, CANCEL -> before.after(move, LATER);
        };
    }

    @Test
    void onlyTheOwnerDoesAndOnlyKeepersJudge() {
        assertThat(Stream.of(DirectiveMove.values()).filter(move -> move.by() == DirectiveMove.By.OWNER))
                .containsExactly(DirectiveMove.ACKNOWLEDGE, DirectiveMove.START, DirectiveMove.FINISH);
        assertThat(Stream.of(DirectiveMove.values()).filter(DirectiveMove::needsReason))
                .containsExactly(
                        DirectiveMove.RETURN, DirectiveMove.MERGE, DirectiveMove.CANCEL, DirectiveMove.REASSIGN);
    }

    @Test
    void isMergedOnlyIntoAnOpenOneBesideIt() {
        var mine = directive(ISSUED, null);
        for (var wrong : List.of(
                mine,
                directive(VERIFIED, null),
                directive(UUID.randomUUID(), ISSUED, null, true, SERIES, null),
                directive(UUID.randomUUID(), ISSUED, null, false, new SeriesId(new UUID(0, 7)), null))) {
            assertThatThrownBy(() -> mine.mergedInto(wrong, LATER))
                    .isInstanceOfSatisfying(
                            Problem.class, refused -> assertThat(refused.code()).isEqualTo("directive-merge-target"));
        }
    }

    @Test
    void aNewOwnerBeginsAnew() {
        var moved = directive(IN_PROGRESS, DAY).reassigned(new UnitId(new UUID(0, 8)), "북내면", LATER);
        assertThat(moved.unitName()).isEqualTo("북내면");
        assertThat(moved.state()).isEqualTo(ISSUED);
        assertThat(moved.label()).isEqualTo("제2020-15호");
        assertThatThrownBy(() -> moved.reassigned(moved.unit(), "북내면", LATER))
                .isInstanceOfSatisfying(
                        Problem.class, refused -> assertThat(refused.code()).isEqualTo("directive-same-unit"));
    }

    @Test
    void isAsUrgentAsItsDay() {
        assertThat(directive(ISSUED, DAY.minusDays(1)).urgency(DAY)).isEqualTo(Directive.Urgency.OVERDUE);
        assertThat(directive(RETURNED, DAY).urgency(DAY)).isEqualTo(Directive.Urgency.DUE_TODAY);
        assertThat(directive(ISSUED, DAY.plusDays(1)).urgency(DAY)).isEqualTo(Directive.Urgency.LATER);
        assertThat(directive(ISSUED, null).urgency(DAY)).isEqualTo(Directive.Urgency.NO_DATE);
        assertThat(directive(DONE, DAY.minusDays(1)).urgency(DAY)).isEqualTo(Directive.Urgency.WAITING);
        assertThat(directive(CANCELLED, DAY.minusDays(1)).urgency(DAY)).isEqualTo(Directive.Urgency.CLOSED);
    }

    @Test
    void isCarriedOverByEveryHeldMeetingItOutlives() {
        var open = directive(ISSUED, null);
        var own = held(SAID.plusSeconds(600), false);
        var next = held(SAID.plusSeconds(86_400), false);
        var earlier = held(SAID.minusSeconds(1), false);
        var rehearsal = held(SAID.plusSeconds(700), true);
        assertThat(CarriedOver.times(open, List.of()))
                .as("during its own meeting")
                .isZero();
        assertThat(CarriedOver.times(open, List.of(earlier, own)))
                .as("on tomorrow's agenda")
                .isEqualTo(1);
        assertThat(CarriedOver.times(open, List.of(earlier, own, rehearsal, next)))
                .isEqualTo(2);
        var closed = directive(UUID.randomUUID(), VERIFIED, null, false, SERIES, SAID.plusSeconds(50_000));
        assertThat(CarriedOver.times(closed, List.of(own, next))).isEqualTo(1);
        var saidAtTheEnd = held(SAID, false);
        assertThat(CarriedOver.times(open, List.of(saidAtTheEnd))).isEqualTo(1);
        var practised = directive(UUID.randomUUID(), ISSUED, null, true, SERIES, null);
        assertThat(CarriedOver.times(practised, List.of(own, next))).isZero();
        assertThat(practised.label()).isEqualTo("리허설");
    }

    private static MeetingView held(Instant adjournedAt, boolean rehearsal) {
        return new MeetingView(
                new MeetingId(UUID.randomUUID()),
                SERIES,
                "회의",
                "Meeting",
                rehearsal ? null : 1,
                DAY,
                SAID,
                60,
                MeetingState.ADJOURNED,
                rehearsal,
                true,
                SAID,
                adjournedAt,
                false);
    }
}
