package org.onmaru.server.hall.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onmaru.server.hall.report.Metric.Combining;
import org.onmaru.server.hall.report.Metric.Disclosure;
import org.onmaru.server.problem.Problem;
import org.springframework.http.HttpStatus;

class MetricRulesTest {

    private static final Metric PIPES = open(Disclosure.INTERNAL, Disclosure.INTERNAL, "");

    private static Metric open(Disclosure city, Disclosure unit, String citation) {
        return new Metric(
                "own.1", "동파", "Frozen pipes", "건", "cases", 0, false, false, Combining.SUM, city, unit, citation);
    }

    /// The same but for what its numbers mean.
    private static Metric meaning(String measure, int decimals, boolean mayFall, Combining combines) {
        return new Metric(
                "own.1",
                "동파",
                "Frozen pipes",
                measure,
                "cases",
                decimals,
                mayFall,
                false,
                combines,
                Disclosure.INTERNAL,
                Disclosure.INTERNAL,
                "");
    }

    private static void assertRefused(ThrowingCallable step, HttpStatus status, String code) {
        assertThatThrownBy(step).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.status()).isEqualTo(status);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "PUBLIC, PUBLIC, true",
        "PUBLIC, INTERNAL, true",
        "PUBLIC, RESTRICTED, true",
        "INTERNAL, PUBLIC, false",
        "INTERNAL, INTERNAL, true",
        "INTERNAL, RESTRICTED, true",
        "RESTRICTED, PUBLIC, false",
        "RESTRICTED, INTERNAL, false",
        "RESTRICTED, RESTRICTED, true"
    })
    void aUnitsFigureIsNeverMoreOpenThanTheCitys(Disclosure city, Disclosure unit, boolean allowed) {
        var metric = open(city, unit, "재난안전법 §66의9");
        if (allowed) {
            assertThatCode(() -> MetricRules.require(metric)).doesNotThrowAnyException();
            assertThatCode(() -> MetricRules.require(PIPES, metric, true)).doesNotThrowAnyException();
        } else {
            assertRefused(() -> MetricRules.require(metric), HttpStatus.BAD_REQUEST, "unit-more-open");
            assertRefused(() -> MetricRules.require(PIPES, metric, false), HttpStatus.BAD_REQUEST, "unit-more-open");
        }
    }

    @Test
    void whatCitizensLearnHasItsReason() {
        for (var blank : new String[] {"", " ", "\u3000"}) {
            var open = open(Disclosure.PUBLIC, Disclosure.INTERNAL, blank);
            assertRefused(() -> MetricRules.require(open), HttpStatus.BAD_REQUEST, "citation-missing");
            assertRefused(() -> MetricRules.require(PIPES, open, false), HttpStatus.BAD_REQUEST, "citation-missing");
        }
        var restricted = open(Disclosure.RESTRICTED, Disclosure.RESTRICTED, "");
        assertRefused(
                () -> MetricRules.require(restricted, open(Disclosure.PUBLIC, Disclosure.RESTRICTED, ""), false),
                HttpStatus.BAD_REQUEST,
                "citation-missing");
        assertThatCode(() -> MetricRules.require(open(Disclosure.PUBLIC, Disclosure.INTERNAL, "시장 결정")))
                .doesNotThrowAnyException();
    }

    @Test
    void theUnitsOfAnOpenMetricNeedAReasonToo() {
        var city = open(Disclosure.PUBLIC, Disclosure.INTERNAL, "");
        assertRefused(
                () -> MetricRules.require(city, open(Disclosure.PUBLIC, Disclosure.PUBLIC, ""), true),
                HttpStatus.BAD_REQUEST,
                "citation-missing");
        assertThatCode(() -> MetricRules.require(city, open(Disclosure.PUBLIC, Disclosure.PUBLIC, "조례 §3"), true))
                .doesNotThrowAnyException();
    }

    @Test
    void aReasonThatWasGivenStaysWhileItIsOpen() {
        var told = open(Disclosure.PUBLIC, Disclosure.INTERNAL, "조례 §3");
        assertRefused(
                () -> MetricRules.require(told, open(Disclosure.PUBLIC, Disclosure.INTERNAL, " "), true),
                HttpStatus.BAD_REQUEST,
                "citation-missing");
        assertThatCode(() -> MetricRules.require(told, open(Disclosure.INTERNAL, Disclosure.INTERNAL, ""), true))
                .doesNotThrowAnyException();
    }

    @Test
    void whatOpensNothingNeedsNoReason() {
        assertThatCode(() -> MetricRules.require(PIPES)).doesNotThrowAnyException();
        assertThatCode(() -> MetricRules.require(open(Disclosure.RESTRICTED, Disclosure.RESTRICTED, "")))
                .doesNotThrowAnyException();
        var both = open(Disclosure.PUBLIC, Disclosure.PUBLIC, "");
        assertThatCode(() -> MetricRules.require(both, both, true))
                .as("open before, of the city's own")
                .doesNotThrowAnyException();
        assertThatCode(() -> MetricRules.require(both, open(Disclosure.PUBLIC, Disclosure.INTERNAL, ""), true))
                .as("narrowed")
                .doesNotThrowAnyException();
        assertThatCode(() -> MetricRules.require(both, PIPES, true)).doesNotThrowAnyException();
        assertThatCode(() -> MetricRules.require(
                        open(Disclosure.RESTRICTED, Disclosure.RESTRICTED, ""),
                        open(Disclosure.INTERNAL, Disclosure.RESTRICTED, ""),
                        true))
                .as("opened to the city's own people only")
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "세대, 0, false, SUM",
        "건, 1, false, SUM",
        "건, 0, false, HIGHEST",
    })
    void whatWasFiledMeansWhatItMeant(String measure, int decimals, boolean mayFall, Combining combines) {
        var other = meaning(measure, decimals, mayFall, combines);
        assertRefused(() -> MetricRules.require(PIPES, other, true), HttpStatus.CONFLICT, "metric-filed");
        assertRefused(() -> MetricRules.require(other, PIPES, true), HttpStatus.CONFLICT, "metric-filed");
        assertThatCode(() -> MetricRules.require(PIPES, other, false))
                .as("nothing was filed")
                .doesNotThrowAnyException();
    }

    @Test
    void whatNeverFellMayFallFromNowOnAndNotTheOtherWay() {
        var falls = meaning("건", 0, true, Combining.SUM);
        assertThatCode(() -> MetricRules.require(PIPES, falls, true)).doesNotThrowAnyException();
        assertRefused(() -> MetricRules.require(falls, PIPES, true), HttpStatus.CONFLICT, "metric-filed");
        assertThatCode(() -> MetricRules.require(falls, PIPES, false)).doesNotThrowAnyException();
    }

    @Test
    void namesAndEstimatesChangeAtAnyTime() {
        var renamed = new Metric(
                "own.1",
                "수도관 동파",
                "Burst pipes",
                "건",
                "reports",
                0,
                false,
                true,
                Combining.SUM,
                Disclosure.INTERNAL,
                Disclosure.RESTRICTED,
                "");
        assertThatCode(() -> MetricRules.require(PIPES, renamed, true)).doesNotThrowAnyException();
    }
}
