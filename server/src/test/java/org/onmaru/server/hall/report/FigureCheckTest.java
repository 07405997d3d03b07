package org.onmaru.server.hall.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.onmaru.server.hall.report.FigureCheck.Typed;

class FigureCheckTest {

    private static final Metric CONFIRMED = metric("covid.confirmed", "확진", "명", "people", 0, false, false);
    private static final Metric QUARANTINE = metric("covid.quarantine", "자가격리", "명", "people", 0, true, false);
    private static final Metric SNOW = metric("snow.depth", "적설", "cm", "cm", 1, true, true);

    private static Metric metric(
            String key, String ko, String measure, String measureEn, int decimals, boolean mayFall, boolean estimable) {
        return new Metric(
                key,
                ko,
                key,
                measure,
                measureEn,
                decimals,
                mayFall,
                estimable,
                Metric.Combining.SUM,
                Metric.Disclosure.PUBLIC,
                Metric.Disclosure.PUBLIC,
                "");
    }

    private static FigureCheck.Judged judge(Metric metric, String thisPeriod, String toDate, @Nullable String before) {
        return FigureCheck.judge(metric, new Typed(thisPeriod, toDate, false), before(before));
    }

    private static Figure.@Nullable Before before(@Nullable String toDate) {
        return toDate == null
                ? null
                : new Figure.Before(
                        LocalDate.of(2026, 11, 22), LocalTime.of(7, 30), BigDecimal.ZERO, new BigDecimal(toDate));
    }

    private static void assertPair(FigureCheck.Judged judged, String thisPeriod, String toDate) {
        assertThat(judged.faults()).isEmpty();
        var figure = Objects.requireNonNull(judged.figure());
        assertThat(figure.thisPeriod().toPlainString()).isEqualTo(thisPeriod);
        assertThat(figure.toDate().toPlainString()).isEqualTo(toDate);
    }

    @Test
    void oneOfThePairSaysTheOther() {
        assertPair(judge(CONFIRMED, "3", "", "12"), "3", "15");
        assertPair(judge(CONFIRMED, "", "15", "12"), "3", "15");
        assertPair(judge(CONFIRMED, "3", "15", "12"), "3", "15");
        assertPair(judge(CONFIRMED, "", "15", null), "15", "15");
        assertPair(judge(SNOW, "-2.5", "", "10"), "-2.5", "7.5");
    }

    @Test
    void nothingTypedIsAsBefore() {
        var carried = judge(CONFIRMED, "", " ", "12");
        assertPair(carried, "0", "12");
        assertThat(carried.carried()).isTrue();
        assertThat(carried.moved()).isFalse();
        assertThat(judge(CONFIRMED, "", "", null).figure()).isNull();
    }

    @Test
    void whatDoesNotAddUpIsRefusedWithTheSumThatWasExpected() {
        var judged = judge(CONFIRMED, "3", "14", "12");
        assertThat(judged.figure()).isNull();
        assertThat(judged.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.field()).isEqualTo("figure/covid.confirmed/toDate");
            assertThat(fault.code()).isEqualTo("does-not-add-up");
            assertThat(fault.ko()).isEqualTo("확진: 지난 보고까지 12명이고 이번에 3명이면 누적은 15명이어야 합니다. 적은 누적은 14명입니다.");
            assertThat(fault.en()).contains("must be 15 people").contains("says 14 people");
        });
    }

    @Test
    void theFirstReportMayBeginWithAPast() {
        assertPair(judge(CONFIRMED, "3", "40", null), "3", "40");
        assertThat(judge(CONFIRMED, "41", "40", null).faults())
                .extracting(ReportFault::code)
                .containsExactly("does-not-add-up");
    }

    @Test
    void onlyWhatMayFallFalls() {
        assertPair(judge(QUARANTINE, "", "7", "12"), "-5", "7");
        assertThat(judge(CONFIRMED, "", "7", "12").faults())
                .extracting(ReportFault::code, ReportFault::field)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("must-not-fall", "figure/covid.confirmed/toDate"));
        assertThat(judge(CONFIRMED, "-1", "11", "12").faults())
                .extracting(ReportFault::field)
                .containsExactly("figure/covid.confirmed/thisPeriod");
    }

    @Test
    void nothingIsNegative() {
        assertThat(judge(QUARANTINE, "", "-1", "12").faults())
                .extracting(ReportFault::code)
                .containsExactly("negative");
        assertThat(judge(QUARANTINE, "-13", "", "12").faults())
                .extracting(ReportFault::code)
                .containsExactly("negative");
    }

    @Test
    void numbersAreReadAsPeopleTypeThem() {
        assertPair(judge(CONFIRMED, "", "1,234", null), "1234", "1234");
        assertPair(judge(CONFIRMED, "", " ３４ ", null), "34", "34");
        assertPair(judge(SNOW, "", "10.0", null), "10", "10");
        assertPair(judge(CONFIRMED, "", "100", null), "100", "100");
        for (var nonsense : new String[] {"세 명", "1e9", "2.5", "1234567890", "0x1", "--1", "∞"}) {
            assertThat(judge(CONFIRMED, "", nonsense, null).faults())
                    .as(nonsense)
                    .extracting(ReportFault::code)
                    .containsExactly("not-a-number");
        }
        assertThat(judge(SNOW, "", "2.55", null).faults())
                .extracting(ReportFault::code)
                .containsExactly("not-a-number");
    }

    @Test
    void bothWrongNumbersAreToldAtOnce() {
        assertThat(judge(CONFIRMED, "a", "b", "1").faults())
                .extracting(ReportFault::field)
                .containsExactly("figure/covid.confirmed/thisPeriod", "figure/covid.confirmed/toDate");
    }

    @Test
    void onlySomeMetricsAreEstimated() {
        assertThat(FigureCheck.judge(CONFIRMED, new Typed("1", "", true), null).faults())
                .extracting(ReportFault::code)
                .containsExactly("not-an-estimate");
        var snow = Objects.requireNonNull(
                FigureCheck.judge(SNOW, new Typed("1", "", true), null).figure());
        assertThat(snow.estimated()).isTrue();
    }

    @Test
    void whateverIsAcceptedAddsUp() {
        var random = RandomGenerator.of("L64X128MixRandom");
        for (int i = 0; i < 20_000; i++) {
            var metric = random.nextBoolean() ? CONFIRMED : SNOW;
            var before = before(random.nextBoolean() ? null : String.valueOf(random.nextInt(20)));
            var typed = new Typed(number(random), number(random), false);
            var judged = FigureCheck.judge(metric, typed, before);
            var figure = judged.figure();
            if (figure == null) {
                continue;
            }
            assertThat(figure.toDate()).isNotNegative();
            if (before != null) {
                assertThat(figure.toDate().subtract(figure.thisPeriod())).isEqualByComparingTo(before.toDate());
            } else {
                assertThat(figure.thisPeriod()).isLessThanOrEqualTo(figure.toDate());
            }
            if (!metric.mayFall()) {
                assertThat(figure.thisPeriod()).isNotNegative();
            }
        }
    }

    private static String number(RandomGenerator random) {
        return switch (random.nextInt(3)) {
            case 0 -> "";
            case 1 -> String.valueOf(random.nextInt(-5, 25));
            default -> random.nextInt(0, 9) + ".5";
        };
    }
}
