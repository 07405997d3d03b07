package org.onmaru.server.hall.figures;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.onmaru.server.city.directory.UnitBook;
import org.onmaru.server.city.directory.UnitId;
import org.onmaru.server.city.directory.UnitNames;
import org.onmaru.server.hall.meeting.MeetingState;
import org.onmaru.server.hall.meeting.MeetingView;
import org.onmaru.server.hall.meeting.Meetings;
import org.onmaru.server.hall.report.Catalogue;
import org.onmaru.server.hall.report.Metric;
import org.onmaru.server.hall.report.RollUp;
import org.onmaru.server.hall.report.RollUps;
import org.onmaru.server.hall.series.SeriesBook;
import org.onmaru.server.hall.series.SeriesId;
import org.springframework.stereotype.Component;

/// What citizens may know of the city's figures. A day is theirs once its meeting for citizens has begun, for there its
/// figures are spoken of; a metric and its towns are theirs as its disclosure says.
@Component
public class PublicFigures {

    /// How far back the latest figures may lie and still be of now.
    private static final int RECENT_DAYS = 7;

    private static final Set<MeetingState> BEGUN = Set.of(MeetingState.IN_SESSION, MeetingState.ADJOURNED);

    private final RollUps rollUps;
    private final Catalogue catalogue;
    private final UnitBook units;
    private final SeriesBook series;
    private final Meetings meetings;
    private final Clock clock;

    PublicFigures(
            RollUps rollUps, Catalogue catalogue, UnitBook units, SeriesBook series, Meetings meetings, Clock clock) {
        this.rollUps = rollUps;
        this.catalogue = catalogue;
        this.units = units;
        this.series = series;
        this.meetings = meetings;
        this.clock = clock;
    }

    /// A day and the series that it is of.
    public record Of(SeriesId series, PublicDay day) {}

    /// Those days from the first to the last that are for everybody and have a figure, earliest first; none of a series
    /// that there is not.
    public List<PublicDay> between(SeriesId id, LocalDate first, LocalDate last) {
        var open = days(id, first, last);
        return open.isEmpty() ? List.of() : days(id, first, last, open);
    }

    /// Those of these days whose figures are for everybody: their meeting for citizens has begun.
    Set<LocalDate> days(SeriesId id, LocalDate first, LocalDate last) {
        return begun(first, last)
                .filter(meeting -> meeting.series().equals(id))
                .map(MeetingView::date)
                .collect(Collectors.toSet());
    }

    /// The last day of this week that has figures, of whichever series.
    public Optional<Of> latest() {
        var today = LocalDate.now(clock);
        return begun(today.minusDays(RECENT_DAYS), today)
                .sorted(Comparator.comparing(MeetingView::startsAt).reversed())
                .flatMap(meeting ->
                        days(meeting.series(), meeting.date(), meeting.date(), Set.of(meeting.date())).stream()
                                .map(day -> new Of(meeting.series(), day)))
                .findFirst();
    }

    private Stream<MeetingView> begun(LocalDate first, LocalDate last) {
        return meetings.between(first, last).stream()
                .filter(MeetingView::isPublic)
                .filter(meeting -> BEGUN.contains(meeting.state()));
    }

    private List<PublicDay> days(SeriesId id, LocalDate first, LocalDate last, Set<LocalDate> open) {
        var words = new Words(
                catalogue.metrics(),
                units.all().stream().collect(Collectors.toMap(UnitNames::id, Function.identity())));
        return series.find(id).stream()
                .flatMap(found -> rollUps.between(found, first, last).stream())
                .filter(day -> open.contains(day.date()))
                .map(words::day)
                .filter(day -> !day.figures().isEmpty())
                .toList();
    }

    private record Words(Map<String, Metric> metrics, Map<UnitId, UnitNames> units) {

        private PublicDay day(RollUp day) {
            return new PublicDay(
                    day.date(),
                    day.lines().stream()
                            .flatMap(line -> figure(line, day.date()))
                            .toList(),
                    !day.missing().isEmpty());
        }

        private Stream<PublicDay.PublicFigure> figure(RollUp.Line line, LocalDate day) {
            var metric = metrics.get(line.metric());
            if (metric == null || !metric.forCitizens()) {
                return Stream.empty();
            }
            var towns = metric.unitsForCitizens();
            var city = line.city();
            return Stream.of(new PublicDay.PublicFigure(
                    metric.key(),
                    metric.ko(),
                    metric.en(),
                    metric.measure(),
                    metric.measureEn(),
                    city == null ? line.thisPeriod() : city.thisPeriod(),
                    city == null ? line.toDate() : city.toDate(),
                    towns ? line.parts().stream().map(part -> part(part, day)).toList() : List.of(),
                    line.corrected()));
        }

        private PublicDay.PublicPart part(RollUp.Part part, LocalDate day) {
            var names = units.get(part.unit());
            return new PublicDay.PublicPart(
                    part.unit().value(),
                    names == null ? "" : names.on(day).name(),
                    names == null ? "" : names.on(day).nameEn(),
                    part.thisPeriod(),
                    part.toDate(),
                    part.corrected());
        }
    }
}
