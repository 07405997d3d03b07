package org.onmaru.server.hall.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.city.directory.UnitId;
import org.onmaru.server.hall.report.CityFigures.CityFigure;
import org.onmaru.server.hall.report.FiledFigures.Filed;
import org.onmaru.server.hall.series.Series;
import org.springframework.stereotype.Component;

/// The roll-ups of days; worked out anew whenever they are asked for, so that corrections show at once.
@Component
public class RollUps {

    private final FiledFigures figures;
    private final CityFigures city;
    private final VersionStore versions;
    private final Duties duties;
    private final Catalogue catalogue;

    RollUps(FiledFigures figures, CityFigures city, VersionStore versions, Duties duties, Catalogue catalogue) {
        this.figures = figures;
        this.city = city;
        this.versions = versions;
        this.duties = duties;
        this.catalogue = catalogue;
    }

    /// Every day from the first to the last.
    public List<RollUp> between(Series series, LocalDate first, LocalDate last) {
        var filed = figures.between(series.id(), first, last).stream().collect(Collectors.groupingBy(Filed::date));
        var entered = city.between(series.id(), first, last).stream().collect(Collectors.groupingBy(CityFigure::date));
        var units = versions.units(series.id(), first, last);
        var due = duties.between(series, first, last);
        var metrics = catalogue.metrics();
        return first.datesUntil(last.plusDays(1))
                .map(day -> RollUp.of(
                        day,
                        filed.getOrDefault(day, List.of()),
                        entered.getOrDefault(day, List.of()),
                        missing(due.get(day), units.getOrDefault(day, Set.of())),
                        key -> Objects.requireNonNull(metrics.get(key)).combines()))
                .toList();
    }

    private static List<UnitId> missing(Duties.@Nullable Due due, Set<UnitId> filed) {
        return due == null
                ? List.of()
                : due.units().stream().filter(unit -> !filed.contains(unit)).toList();
    }
}
