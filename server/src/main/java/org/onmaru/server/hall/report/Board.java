package org.onmaru.server.hall.report;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.city.directory.Directory;
import org.onmaru.server.city.directory.Unit;
import org.onmaru.server.city.directory.UnitId;
import org.onmaru.server.hall.series.Series;
import org.springframework.stereotype.Component;

/// The submission board of a day: who has filed, who has not, who is late, by cut-off.
@Component
public class Board {

    private final ReportStore reports;
    private final VersionStore versions;
    private final Duties duties;
    private final Directory directory;
    private final Clock clock;

    Board(ReportStore reports, VersionStore versions, Duties duties, Directory directory, Clock clock) {
        this.reports = reports;
        this.versions = versions;
        this.duties = duties;
        this.directory = directory;
        this.clock = clock;
    }

    /// How far a unit is.
    public enum State {
        /// In time.
        FILED,
        /// In time, with nothing to report.
        NIL,
        /// After the cut-off.
        LATE,
        /// Somebody writes.
        DRAFT,
        MISSING
    }

    /// @param report null while nobody began it
    /// @param latest null until it is filed
    public record Place(
            UnitId unit,
            String name,
            String nameEn,
            State state,
            @Nullable Report report,
            @Nullable Version latest) {}

    /// @param at until when reports are in time
    public record Column(LocalTime cutOff, Instant at, List<Place> places) {}

    public List<Column> of(Series series, LocalDate date) {
        var due = duties.on(series, date);
        var there = reports.of(series.id(), date);
        var filed = versions.of(series.id(), date).stream().collect(Collectors.groupingBy(Version::report));
        var names = directory.unitsOn(date).stream().collect(Collectors.toMap(Unit::id, Function.identity()));
        var cutOffs = new TreeSet<>(due.cutOffs());
        there.forEach(report -> cutOffs.add(report.cutOff()));
        var columns = new ArrayList<Column>();
        for (var cutOff : cutOffs) {
            var here = there.stream()
                    .filter(report -> report.cutOff().equals(cutOff))
                    .collect(Collectors.toMap(Report::unit, Function.identity()));
            var wanted = due.cutOffs().contains(cutOff) ? due.units() : List.<UnitId>of();
            columns.add(new Column(
                    cutOff,
                    Report.cutOffAt(date, cutOff, clock.getZone()),
                    Stream.concat(wanted.stream(), here.keySet().stream())
                            .distinct()
                            .map(unit -> place(unit, names.get(unit), here.get(unit), filed))
                            .toList()));
        }
        return columns;
    }

    private static Place place(
            UnitId unit, @Nullable Unit named, @Nullable Report report, Map<ReportId, List<Version>> filed) {
        var mine = report == null ? List.<Version>of() : filed.getOrDefault(report.id(), List.of());
        return new Place(
                unit,
                named == null ? "" : named.name(),
                named == null ? "" : named.nameEn(),
                state(report, mine),
                report,
                mine.isEmpty() ? null : mine.getLast());
    }

    private static State state(@Nullable Report report, List<Version> filed) {
        if (filed.isEmpty()) {
            return report == null || report.revision() == 0 ? State.MISSING : State.DRAFT;
        }
        if (filed.getFirst().late()) {
            return State.LATE;
        }
        return filed.getLast().nil() ? State.NIL : State.FILED;
    }
}
