package org.onmaru.server.hall.figures;

import org.jspecify.annotations.Nullable;
import org.onmaru.server.hall.figures.ChartFacts.Name;
import org.onmaru.server.hall.report.Metric;
import org.onmaru.server.problem.Problem;

/// Why there is no such chart, in sentences.
final class ChartProblems {

    private ChartProblems() {}

    /// Why not every chart of this metric can be shown while an item is public; null when all can.
    static @Nullable Name sentence(Metric metric) {
        if (!metric.forCitizens()) {
            return new Name(
                    metric.ko() + ": 시민에게 공개하지 않는 지표입니다. 비공개 안건에서만 띄울 수 있습니다.",
                    metric.en() + " is not for citizens. It can be shown while an internal item runs only.");
        }
        if (!metric.unitsForCitizens()) {
            return new Name(
                    metric.ko() + ": 읍면동별 수치는 시민에게 공개하지 않습니다. 비공개 안건에서만 띄우거나 시 전체 추이를 띄워 주세요.",
                    metric.en() + " by unit is not for citizens. Show it while an internal item runs, or the city's"
                            + " figure over time.");
        }
        return null;
    }

    static Problem notForCitizens(Metric metric) {
        var why = sentence(metric);
        return Problem.conflict(
                "chart-internal", why == null ? metric.ko() : why.ko(), why == null ? metric.en() : why.en());
    }

    static Problem noMetric() {
        return Problem.bad("chart-metric", "어느 지표를 띄울지 골라 주세요.", "Choose which metric to show.");
    }

    static Problem noFigures(Metric metric) {
        return Problem.conflict(
                "chart-empty",
                metric.ko() + ": 아직 모인 수치가 없어 띄울 것이 없습니다.",
                metric.en() + " has no figures yet, so there is nothing to show.");
    }

    static Problem noFiguresAtAll() {
        return Problem.conflict(
                "chart-empty",
                "오늘 모인 수치가 아직 없어 띄울 것이 없습니다.",
                "There are no figures of today yet, so there is nothing to show.");
    }
}
