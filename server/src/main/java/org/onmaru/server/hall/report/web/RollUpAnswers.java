package org.onmaru.server.hall.report.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.city.directory.UnitBook;
import org.onmaru.server.city.directory.UnitId;
import org.onmaru.server.city.directory.UnitNames;
import org.onmaru.server.hall.report.Catalogue;
import org.onmaru.server.hall.report.CityFigures.CityFigure;
import org.onmaru.server.hall.report.Metric;
import org.onmaru.server.hall.report.RollUp;
import org.onmaru.server.hall.report.RollUps;
import org.onmaru.server.hall.series.SeriesBook;
import org.onmaru.server.hall.series.SeriesId;
import org.springframework.stereotype.Component;

/// Puts roll-ups together: what metrics and units are called.
@Component
class RollUpAnswers {

    private final RollUps rollUps;
    private final Catalogue catalogue;
    private final UnitBook units;
    private final SeriesBook series;

    RollUpAnswers(RollUps rollUps, Catalogue catalogue, UnitBook units, SeriesBook series) {
        this.rollUps = rollUps;
        this.catalogue = catalogue;
        this.units = units;
        this.series = series;
    }

    /// Every day from the first to the last.
    List<RollUpAnswer> between(SeriesId id, LocalDate first, LocalDate last) {
        var days = rollUps.between(series.get(id), first, last);
        var words = new Words(
                catalogue.metrics(),
                units.all().stream().collect(Collectors.toMap(UnitNames::id, Function.identity())));
        return days.stream().map(words::answer).toList();
    }

    private record Words(Map<String, Metric> metrics, Map<UnitId, UnitNames> units) {

        private RollUpAnswer answer(RollUp day) {
            return new RollUpAnswer(
                    day.date(),
                    day.lines().stream().map(line -> line(line, day.date())).toList(),
                    day.missing().stream()
                            .map(unit -> new RollUpAnswer.MissingUnit(
                                    unit.value(), name(unit, day.date()), nameEn(unit, day.date())))
                            .toList());
        }

        private RollUpAnswer.RollUpLine line(RollUp.Line line, LocalDate day) {
            var metric = Objects.requireNonNull(metrics.get(line.metric()));
            return new RollUpAnswer.RollUpLine(
                    metric.key(),
                    metric.ko(),
                    metric.en(),
                    metric.measure(),
                    metric.measureEn(),
                    metric.disclosure(),
                    metric.combines(),
                    line.thisPeriod(),
                    line.toDate(),
                    line.parts().stream().map(part -> part(part, day)).toList(),
                    city(line.city()),
                    line.difference(),
                    line.corrected());
        }

        private RollUpAnswer.RollUpPart part(RollUp.Part part, LocalDate day) {
            return new RollUpAnswer.RollUpPart(
                    part.unit().value(),
                    name(part.unit(), day),
                    nameEn(part.unit(), day),
                    part.thisPeriod(),
                    part.toDate(),
                    part.corrected());
        }

        private static RollUpAnswer.@Nullable CityFigureAnswer city(@Nullable CityFigure figure) {
            return figure == null
                    ? null
                    : new RollUpAnswer.CityFigureAnswer(figure.thisPeriod(), figure.toDate(), figure.by(), figure.at());
        }

        private String name(UnitId unit, LocalDate day) {
            var known = units.get(unit);
            return known == null ? "" : known.on(day).name();
        }

        private String nameEn(UnitId unit, LocalDate day) {
            var known = units.get(unit);
            return known == null ? "" : known.on(day).nameEn();
        }
    }
}
