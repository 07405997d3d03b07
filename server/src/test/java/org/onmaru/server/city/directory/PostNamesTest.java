package org.onmaru.server.city.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onmaru.server.problem.Problem;

class PostNamesTest {

    private static final LocalDate FIRST = LocalDate.of(2020, 2, 25);
    private static final LocalDate RENAMED = LocalDate.of(2022, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 6, 30);

    private static PostNames post(@Nullable LocalDate until) {
        return new PostNames(
                new PostId(UUID.randomUUID()),
                new UnitId(UUID.randomUUID()),
                1,
                true,
                until,
                List.of(
                        new PostNames.Name(FIRST, "상황관리반장", "Chief of Situation Management"),
                        new PostNames.Name(RENAMED, "본부 상황실장", "")));
    }

    @ParameterizedTest
    @CsvSource({
        "2020-02-24, 상황관리반장, false",
        "2020-02-25, 상황관리반장, true",
        "2021-12-31, 상황관리반장, true",
        "2022-01-01, 본부 상황실장, true",
        "2026-06-30, 본부 상황실장, true",
        "2026-07-01, 본부 상황실장, false"
    })
    void eachDayHasItsNameAndBothEndsBelongToIt(LocalDate day, String name, boolean exists) {
        assertThat(post(LAST).postOn(day).name()).isEqualTo(name);
        assertThat(post(LAST).existsOn(day)).isEqualTo(exists);
    }

    @Test
    void withoutALastDayItGoesOn() {
        assertThat(post(null).existsOn(LocalDate.of(2999, 1, 1))).isTrue();
        post(null).requireThroughout(new Span(FIRST, null));
    }

    @Test
    void nothingIsInItBeforeItBeginsOrAfterItEnded() {
        post(LAST).requireThroughout(new Span(FIRST, LAST));
        refused(() -> post(LAST).requireThroughout(new Span(FIRST.minusDays(1), LAST)), "post-not-yet");
        refused(() -> post(LAST).requireThroughout(new Span(FIRST, LAST.plusDays(1))), "post-ended");
        refused(() -> post(LAST).requireThroughout(new Span(FIRST, null)), "post-ended");
    }

    @Test
    void aSpanNeverEndsBeforeItStarts() {
        assertThat(new Span(FIRST, FIRST).contains(FIRST)).isTrue();
        refused(() -> new Span(FIRST, FIRST.minusDays(1)), "ends-before-start");
        refused(() -> new Span(FIRST, null).endingOn(FIRST.minusDays(1)), "ends-before-start");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "2026-01-01, 2026-01-31, 2026-02-01, -, false",
                "2026-01-01, 2026-01-31, 2026-01-31, -, true",
                "2026-01-01, -, 2030-01-01, -, true",
                "2026-02-01, -, 2026-01-01, 2026-01-31, false",
                "2026-02-01, 2026-02-01, 2026-01-01, 2026-12-31, true"
            })
    void spansOverlapWhenTheyShareADay(
            LocalDate from,
            @Nullable LocalDate until,
            LocalDate otherFrom,
            @Nullable LocalDate otherUntil,
            boolean shared) {
        assertThat(new Span(from, until).overlaps(new Span(otherFrom, otherUntil)))
                .isEqualTo(shared);
        assertThat(new Span(otherFrom, otherUntil).overlaps(new Span(from, until)))
                .isEqualTo(shared);
    }

    private static void refused(Runnable step, String code) {
        assertThatThrownBy(step::run).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.ko()).isNotBlank().endsWith("오.");
            assertThat(problem.en()).isNotBlank();
        });
    }
}
