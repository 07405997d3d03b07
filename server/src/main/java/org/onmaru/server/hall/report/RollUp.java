package org.onmaru.server.hall.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.city.directory.UnitId;
import org.onmaru.server.hall.report.CityFigures.CityFigure;
import org.onmaru.server.hall.report.FiledFigures.Filed;

/// The city's figures of one day from the latest versions of all units.
///
/// @param missing units that are due and filed nothing
public record RollUp(LocalDate date, List<Line> lines, List<UnitId> missing) {

    /// One metric.
    ///
    /// @param thisPeriod of the units together, as the metric combines them
    /// @param toDate the same
    /// @param city what the city as a whole says; null when nobody entered it
    /// @param corrected 정정: a correction after the cut-off changed it, of this day or of the one before
    public record Line(
            String metric,
            BigDecimal thisPeriod,
            BigDecimal toDate,
            List<Part> parts,
            @Nullable CityFigure city,
            boolean corrected) {

        /// How much more the units say than the city; null when the city says nothing.
        public @Nullable BigDecimal difference() {
            return city == null ? null : Figure.plain(toDate.subtract(city.toDate()));
        }
    }

    /// What one unit says: its last figure to date of that day, and all that came in its reports of the day.
    public record Part(UnitId unit, BigDecimal thisPeriod, BigDecimal toDate, boolean corrected) {}

    /// @param filed of that day, in the order of cut-offs
    /// @param combines of each metric
    static RollUp of(
            LocalDate date,
            List<Filed> filed,
            List<CityFigure> city,
            List<UnitId> missing,
            Function<String, Metric.Combining> combines) {
        var byMetric = filed.stream().collect(Collectors.groupingBy(Filed::metric));
        var entered = city.stream().collect(Collectors.toMap(CityFigure::metric, figure -> figure));
        var metrics = new TreeSet<>(byMetric.keySet());
        metrics.addAll(entered.keySet());
        return new RollUp(
                date,
                metrics.stream()
                        .map(metric -> line(
                                metric,
                                byMetric.getOrDefault(metric, List.of()),
                                entered.get(metric),
                                combines.apply(metric)))
                        .toList(),
                missing);
    }

    private static Line line(String metric, List<Filed> filed, @Nullable CityFigure city, Metric.Combining combines) {
        Map<UnitId, Part> parts = new LinkedHashMap<>();
        boolean corrected = false;
        for (var one : filed) {
            var pair = one.pair();
            corrected |= one.corrected() || (pair != null && pair.moved());
            if (pair != null) {
                var part = new Part(one.unit(), pair.thisPeriod(), pair.toDate(), one.corrected() || pair.moved());
                parts.merge(one.unit(), part, RollUp::later);
            }
        }
        return new Line(
                metric,
                together(parts.values().stream().map(Part::thisPeriod).toList(), combines),
                together(parts.values().stream().map(Part::toDate).toList(), combines),
                List.copyOf(parts.values()),
                city,
                corrected);
    }

    private static Part later(Part earlier, Part later) {
        return new Part(
                later.unit,
                Figure.plain(earlier.thisPeriod.add(later.thisPeriod)),
                later.toDate,
                earlier.corrected || later.corrected);
    }

    private static BigDecimal together(List<BigDecimal> numbers, Metric.Combining combines) {
        return Figure.plain(
                switch (combines) {
                    case SUM -> numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
                    case HIGHEST -> numbers.stream().max(BigDecimal::compareTo).orElse(BigDecimal.ZERO);
                });
    }
}
