package org.onmaru.server.city.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.onmaru.server.city.directory.Post;
import org.onmaru.server.city.directory.PostId;
import org.onmaru.server.city.directory.PostNames;
import org.onmaru.server.city.directory.Span;
import org.onmaru.server.city.directory.Unit;
import org.onmaru.server.city.directory.UnitId;
import org.onmaru.server.city.directory.UnitNames;
import org.onmaru.server.problem.Problem;

class OccupancyTest {

    private static final LocalDate FIRST = LocalDate.of(2013, 9, 23);
    private static final LocalDate NEW_YEAR = LocalDate.of(2026, 1, 1);
    private static final LocalDate JULY = LocalDate.of(2026, 7, 1);
    private static final UnitId UNIT = new UnitId(UUID.randomUUID());
    private static final PostId POST = new PostId(UUID.randomUUID());
    private static final PersonId HEAD = new PersonId(UUID.randomUUID());
    private static final PersonId DEPUTY = new PersonId(UUID.randomUUID());
    private static final PersonId SOMEBODY = new PersonId(UUID.randomUUID());

    private static Holding holder(PersonId who, LocalDate from, @Nullable LocalDate until) {
        return new Holding(new HoldingId(UUID.randomUUID()), who, POST, Holding.Kind.HOLDER, new Span(from, until));
    }

    private static Holding acting(PersonId who, LocalDate from, @Nullable LocalDate until) {
        return new Holding(new HoldingId(UUID.randomUUID()), who, POST, Holding.Kind.ACTING, new Span(from, until));
    }

    private static Occupancy post(Holding... held) {
        return post(null, null, held);
    }

    private static Occupancy post(@Nullable LocalDate unitUntil, @Nullable LocalDate until, Holding... held) {
        return new Occupancy(
                new UnitNames(
                        UNIT,
                        Unit.Kind.TOWN,
                        1,
                        false,
                        unitUntil,
                        List.of(new UnitNames.Name(FIRST, "산북면", "Sanbuk-myeon"))),
                new PostNames(POST, UNIT, 1, true, until, List.of(new PostNames.Name(FIRST, "면장", ""))),
                List.of(held));
    }

    @Test
    void oneHoldsAPostAtATime() {
        var held = post(holder(HEAD, NEW_YEAR, JULY));
        refused(() -> held.admit(holder(SOMEBODY, JULY, null)), "post-held");
        refused(() -> held.admit(holder(SOMEBODY, FIRST, null)), "post-held");
        refused(() -> held.admit(holder(SOMEBODY, FIRST, NEW_YEAR)), "post-held");
        held.admit(holder(SOMEBODY, JULY.plusDays(1), null));
        held.admit(holder(SOMEBODY, FIRST, NEW_YEAR.minusDays(1)));
    }

    @Test
    void oneActsWhileTheHolderIsAwayAndOnlyOne() {
        post(holder(HEAD, NEW_YEAR, null)).admit(acting(DEPUTY, JULY, JULY));
        post().admit(acting(DEPUTY, JULY, null));
        refused(
                () -> post(holder(HEAD, NEW_YEAR, null), acting(DEPUTY, JULY, null))
                        .admit(acting(SOMEBODY, JULY.plusDays(30), null)),
                "post-acted-for");
    }

    @Test
    void nobodyActsForThemselves() {
        refused(() -> post(holder(HEAD, NEW_YEAR, null)).admit(acting(HEAD, JULY, JULY)), "already-in-post");
        refused(() -> post(acting(DEPUTY, NEW_YEAR, JULY)).admit(holder(DEPUTY, JULY, null)), "already-in-post");
        post(acting(DEPUTY, NEW_YEAR, JULY)).admit(holder(DEPUTY, JULY.plusDays(1), null));
    }

    @Test
    void aHoldingIsNotInItsOwnWayWhenItsLastDayMoves() {
        var mine = holder(HEAD, NEW_YEAR, JULY);
        var longer = new Holding(
                mine.id(), HEAD, POST, Holding.Kind.HOLDER, mine.days().endingOn(null));
        post(mine).admit(longer);
        refused(() -> post(mine, holder(SOMEBODY, JULY.plusDays(1), null)).admit(longer), "post-held");
    }

    @Test
    void nobodyIsInAPostThatEndedOrOfAUnitThatEnded() {
        refused(() -> post(null, JULY).admit(holder(HEAD, JULY, null)), "post-ended");
        refused(() -> post(null, JULY).admit(acting(HEAD, JULY.plusDays(1), JULY.plusDays(1))), "post-ended");
        refused(() -> post(JULY, JULY).admit(holder(HEAD, JULY.plusDays(1), null)), "unit-ended");
        refused(() -> post().admit(holder(HEAD, FIRST.minusDays(1), null)), "unit-not-yet");
        post(JULY, JULY).admit(holder(HEAD, NEW_YEAR, JULY));
    }

    @Test
    void whoActsIsCalledSoAndThatIsWhatThePlateSays() {
        var myeon = new Post(POST, UNIT, "면장", "", 1, true);
        var deputy = new Post(new PostId(UUID.randomUUID()), UNIT, "부면장", "", 2, false);
        var own = new HeldPost(holder(DEPUTY, NEW_YEAR, null), deputy);
        var acts = new HeldPost(acting(DEPUTY, JULY, null), myeon);
        assertThat(account(own).post()).isEqualTo("부면장");
        assertThat(account(own, acts).post()).isEqualTo("면장 직무대리");
        assertThat(account().post()).isEmpty();
        assertThat(account().unit()).isNull();
    }

    @Test
    void ofTwoPostsTheHeadsGoesOnThePlate() {
        var head = new HeldPost(holder(HEAD, NEW_YEAR, null), new Post(POST, UNIT, "본부장", "", 2, true));
        var other = new HeldPost(
                holder(HEAD, JULY, null), new Post(new PostId(UUID.randomUUID()), UNIT, "과장", "", 1, false));
        assertThat(account(other, head).post()).isEqualTo("본부장");
    }

    private static Account account(HeldPost... held) {
        var sorted = Stream.of(held).sorted(HeldPost.STRONGEST_FIRST).toList();
        return new Account(DEPUTY, "deputy", "임솔찬", sorted, Set.of(), false, true);
    }

    private static void refused(Runnable step, String code) {
        assertThatThrownBy(step::run).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.ko()).isNotBlank().endsWith(".");
            assertThat(problem.en()).isNotBlank().endsWith(".");
        });
    }
}
