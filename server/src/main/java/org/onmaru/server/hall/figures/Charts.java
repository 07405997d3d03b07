package org.onmaru.server.hall.figures;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.city.directory.UnitBook;
import org.onmaru.server.city.directory.UnitNames;
import org.onmaru.server.hall.figures.ChartFacts.Bar;
import org.onmaru.server.hall.figures.ChartFacts.Counted;
import org.onmaru.server.hall.figures.ChartFacts.Day;
import org.onmaru.server.hall.figures.ChartFacts.Head;
import org.onmaru.server.hall.figures.ChartFacts.Name;
import org.onmaru.server.hall.figures.chart.ChartDrawing;
import org.onmaru.server.hall.meeting.MeetingView;
import org.onmaru.server.hall.report.Catalogue;
import org.onmaru.server.hall.report.Duties;
import org.onmaru.server.hall.report.Metric;
import org.onmaru.server.hall.report.RollUp;
import org.onmaru.server.hall.report.RollUps;
import org.onmaru.server.hall.series.Series;
import org.onmaru.server.hall.series.SeriesBook;
import org.onmaru.server.problem.Problem;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Charts of the figures of a meeting's day. One that citizens may see is made of nothing else than what
/// [PublicFigures] tells them: the same days, the same metrics, the same units.
@Component
public class Charts {

    /// Metrics without any figure for so long are not offered.
    private static final int OFFERED_DAYS = 14;

    private final RollUps rollUps;
    private final Catalogue catalogue;
    private final Duties duties;
    private final UnitBook units;
    private final SeriesBook series;
    private final PublicFigures citizens;
    private final Name source;

    Charts(
            RollUps rollUps,
            Catalogue catalogue,
            Duties duties,
            UnitBook units,
            SeriesBook series,
            PublicFigures citizens,
            @Value("${onmaru.city.name}") String city,
            @Value("${onmaru.city.name-en}") String cityEn) {
        this.rollUps = rollUps;
        this.catalogue = catalogue;
        this.duties = duties;
        this.units = units;
        this.series = series;
        this.citizens = citizens;
        this.source = new Name(city, cityEn);
    }

    /// Every metric that has figures lately, those of the meeting's day first.
    ///
    /// @param open whether citizens may see what is chosen
    public List<ChartOffer> offers(MeetingView meeting, boolean open) {
        var metrics = catalogue.metrics();
        var known = new LinkedHashMap<String, Metric>();
        for (var day : days(meeting, OFFERED_DAYS, open).reversed()) {
            day.lines()
                    .forEach(line ->
                            known.putIfAbsent(line.metric(), Objects.requireNonNull(metrics.get(line.metric()))));
        }
        return known.values().stream().map(metric -> offer(metric, open)).toList();
    }

    private static ChartOffer offer(Metric metric, boolean open) {
        var refusal = open ? ChartProblems.sentence(metric) : null;
        return new ChartOffer(
                metric.key(),
                metric.ko(),
                metric.en(),
                Arrays.stream(ChartKind.values())
                        .filter(kind -> kind != ChartKind.TABLE && (!open || forCitizens(metric, kind)))
                        .toList(),
                refusal == null ? null : refusal.ko(),
                refusal == null ? null : refusal.en());
    }

    private static boolean forCitizens(Metric metric, ChartKind kind) {
        return switch (kind) {
            case UNITS -> metric.unitsForCitizens();
            case DAYS_14, DAYS_30 -> metric.forCitizens();
            case TABLE -> true;
        };
    }

    /// What a chart says now.
    ///
    /// @param open whether citizens may see it
    /// @throws Problem when there is no such metric, it has no figures, or citizens may not know it
    public ChartFacts of(MeetingView meeting, ChartChoice choice, boolean open) {
        var days = days(meeting, choice.kind().days(), open);
        if (choice.kind() == ChartKind.TABLE) {
            return table(meeting, days.getLast(), open);
        }
        if (choice.metric() == null) {
            throw ChartProblems.noMetric();
        }
        var metric = catalogue.metric(choice.metric());
        if (open && !forCitizens(metric, choice.kind())) {
            throw ChartProblems.notForCitizens(metric);
        }
        return choice.kind() == ChartKind.UNITS ? units(meeting, days.getLast(), metric) : trend(meeting, days, metric);
    }

    /// The picture of a chart, a PNG for the stage's large place.
    ///
    /// @param times how much larger than that place
    public static byte[] png(ChartFacts facts, int times) {
        return ChartDrawing.png(facts, times);
    }

    /// The last so many days up to the meeting's, without what citizens may not know of when they are to see it.
    private List<RollUp> days(MeetingView meeting, int count, boolean open) {
        var last = meeting.date();
        var first = last.minusDays(count - 1L);
        var shown = new HashSet<>(open ? citizens.days(meeting.series(), first, last) : Set.of());
        shown.add(last); // the meeting itself is about it
        return rollUps.between(found(meeting), first, last).stream()
                .map(day -> !open || shown.contains(day.date()) ? day : new RollUp(day.date(), List.of(), List.of()))
                .toList();
    }

    private ChartFacts units(MeetingView meeting, RollUp day, Metric metric) {
        var line = line(day, metric);
        if (line == null) {
            throw ChartProblems.noFigures(metric);
        }
        var names = units.all().stream().collect(Collectors.toMap(UnitNames::id, Function.identity()));
        var parts = line.parts().stream().collect(Collectors.toMap(RollUp.Part::unit, Function.identity()));
        var due = duties.on(found(meeting), day.date()).units();
        var bars = Stream.concat(due.stream(), line.parts().stream().map(RollUp.Part::unit))
                .distinct()
                .map(unit -> bar(
                        name(names.get(unit), day.date()),
                        parts.get(unit),
                        metric,
                        day.missing().contains(unit)))
                .toList();
        return new ChartFacts.Units(head(meeting, day), counted(metric), value(line, metric), bars);
    }

    private static Bar bar(Name unit, RollUp.@Nullable Part part, Metric metric, boolean missing) {
        return part == null
                ? new Bar(unit, null, missing, false)
                : new Bar(unit, metric.mayFall() ? part.toDate() : part.thisPeriod(), false, part.corrected());
    }

    private ChartFacts trend(MeetingView meeting, List<RollUp> days, Metric metric) {
        var points = new ArrayList<Day>();
        for (var day : days) {
            var line = line(day, metric);
            points.add(
                    line == null
                            ? new Day(day.date(), null, false)
                            : new Day(day.date(), value(line, metric), line.corrected()));
        }
        if (points.stream().allMatch(point -> point.value() == null)) {
            throw ChartProblems.noFigures(metric);
        }
        return new ChartFacts.Trend(head(meeting, days.getLast()), counted(metric), points);
    }

    private ChartFacts table(MeetingView meeting, RollUp day, boolean open) {
        var metrics = catalogue.metrics();
        var lines = day.lines().stream()
                .filter(line -> line.city() != null || !line.parts().isEmpty())
                .flatMap(line -> line(line, Objects.requireNonNull(metrics.get(line.metric())), open))
                .toList();
        if (lines.isEmpty()) {
            throw ChartProblems.noFiguresAtAll();
        }
        return new ChartFacts.Table(head(meeting, day), lines);
    }

    private static Stream<ChartFacts.Line> line(RollUp.Line line, Metric metric, boolean open) {
        if (open && !metric.forCitizens()) {
            return Stream.empty();
        }
        var city = line.city();
        return Stream.of(new ChartFacts.Line(
                counted(metric),
                city == null ? line.thisPeriod() : city.thisPeriod(),
                city == null ? line.toDate() : city.toDate(),
                line.corrected()));
    }

    private static RollUp.@Nullable Line line(RollUp day, Metric metric) {
        return day.lines().stream()
                .filter(line -> line.metric().equals(metric.key()))
                .filter(line -> line.city() != null || !line.parts().isEmpty())
                .findFirst()
                .orElse(null);
    }

    private static BigDecimal value(RollUp.Line line, Metric metric) {
        var city = line.city();
        if (metric.mayFall()) {
            return city == null ? line.toDate() : city.toDate();
        }
        return city == null ? line.thisPeriod() : city.thisPeriod();
    }

    private static Counted counted(Metric metric) {
        return new Counted(
                new Name(metric.ko(), metric.en()),
                new Name(metric.measure(), metric.measureEn()),
                metric.mayFall(),
                metric.combines() == Metric.Combining.HIGHEST);
    }

    private Head head(MeetingView meeting, RollUp day) {
        var asOf = duties.on(found(meeting), day.date()).cutOffs().stream()
                .reduce((_, later) -> later)
                .map(LocalTime::toString)
                .orElse("");
        return new Head(day.date(), asOf, source, day.missing().size());
    }

    private static Name name(@Nullable UnitNames unit, LocalDate day) {
        return unit == null
                ? new Name("", "")
                : new Name(unit.on(day).name(), unit.on(day).nameEn());
    }

    private Series found(MeetingView meeting) {
        return series.get(meeting.series());
    }
}
