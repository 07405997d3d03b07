package org.onmaru.server.hall.report;

import org.onmaru.server.hall.report.Metric.Disclosure;
import org.onmaru.server.problem.Problem;

/// What administrators may make of a metric.
final class MetricRules {

    private MetricRules() {}

    /// A new one.
    ///
    /// @throws Problem when it cannot be
    static void require(Metric now) {
        requireCityMostOpen(now);
        if (now.disclosure() == Disclosure.PUBLIC) {
            requireCitation(now);
        }
    }

    /// Another form of one that is.
    ///
    /// @param filed whether anything was filed with it
    /// @throws Problem when it cannot be
    static void require(Metric before, Metric now, boolean filed) {
        requireCityMostOpen(now);
        if (opens(before.disclosure(), now.disclosure()) || opens(before.unitDisclosure(), now.unitDisclosure())) {
            requireCitation(now);
        }
        if (now.disclosure() == Disclosure.PUBLIC && !before.citation().isBlank()) {
            requireCitation(now);
        }
        if (filed && !meansTheSame(before, now)) {
            throw Problem.conflict(
                    "metric-filed",
                    "이미 보고된 지표여서 단위, 소수 자리, 시 수치를 내는 방법과 “줄어들 수 있음”은 바꿀 수 없습니다. 새 지표를 만들어 주십시오.",
                    "Figures were filed with this metric: its measure, decimals, way of combining and whether it may fall stay as they are. Make a new metric instead.");
        }
    }

    /// The numbers that were filed say what they said. One that may fall from now on does not make them wrong.
    private static boolean meansTheSame(Metric before, Metric now) {
        return before.measure().equals(now.measure())
                && before.decimals() == now.decimals()
                && before.combines() == now.combines()
                && (now.mayFall() || !before.mayFall());
    }

    private static boolean opens(Disclosure before, Disclosure now) {
        return now == Disclosure.PUBLIC && before != Disclosure.PUBLIC;
    }

    private static void requireCityMostOpen(Metric now) {
        if (now.unitDisclosure().compareTo(now.disclosure()) < 0) {
            throw Problem.bad(
                    "unit-more-open",
                    "부서·기관별 수치를 시 전체 수치보다 더 넓게 공개할 수 없습니다.",
                    "A unit's figure cannot be more open than the city's.");
        }
    }

    private static void requireCitation(Metric now) {
        if (now.citation().isBlank()) {
            throw Problem.bad(
                    "citation-missing",
                    "시민에게 공개하려면 그 근거를 적어 주십시오.",
                    "Say which rule or decision lets citizens know the figure.");
        }
    }
}
