package org.onmaru.server.open.calendar;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.city.holiday.Holiday;
import org.onmaru.server.hall.meeting.MeetingView;
import org.onmaru.server.hall.meeting.Meetings;
import org.onmaru.server.hall.series.PhaseBook;
import org.onmaru.server.hall.series.SeriesBook;
import org.onmaru.server.hall.series.SeriesCalendar;
import org.onmaru.server.hall.series.SeriesId;
import org.springframework.stereotype.Component;

/// What citizens may know of a series, day by day: meetings that were held, those that are announced, and those its
/// recurrence promises. Rehearsals and meetings that are not for citizens do not exist here, not even as a gap.
@Component
class MeetingCalendar {

    private final SeriesBook series;
    private final PhaseBook phases;
    private final SeriesCalendar calendar;
    private final Meetings meetings;
    private final Clock clock;

    MeetingCalendar(SeriesBook series, PhaseBook phases, SeriesCalendar calendar, Meetings meetings, Clock clock) {
        this.series = series;
        this.phases = phases;
        this.calendar = calendar;
        this.meetings = meetings;
        this.clock = clock;
    }

    /// Why a day differs is told to staff: it is not here.
    record Day(LocalDate date, @Nullable Holiday holiday, List<PublicSitting> sittings) {

        Day {
            sittings = List.copyOf(sittings);
        }
    }

    List<PublicSeries> all() {
        return series.all().stream()
                .map(one -> new PublicSeries(one, phases.of(one.id())))
                .filter(PublicSeries::exists)
                .toList();
    }

    Optional<PublicSeries> find(SeriesId id) {
        return series.find(id).map(one -> new PublicSeries(one, phases.of(id))).filter(PublicSeries::exists);
    }

    /// Every day from the first to the last.
    List<Day> days(PublicSeries of, LocalDate first, LocalDate last) {
        Map<LocalDate, List<MeetingView>> known = meetings.between(first, last).stream()
                .filter(meeting -> meeting.series().equals(of.series().id()) && !meeting.rehearsal())
                .collect(Collectors.groupingBy(MeetingView::date));
        return calendar.days(of.series(), first, last).stream()
                .map(day -> day(of, day, known.getOrDefault(day.date(), List.of())))
                .toList();
    }

    private Day day(PublicSeries of, SeriesCalendar.Day day, List<MeetingView> known) {
        var sittings = new ArrayList<PublicSitting>();
        known.stream().filter(MeetingView::isPublic).map(PublicSitting::of).forEach(sittings::add);
        var hour = day.startsAt();
        // Days that are over are told as they were: nothing is invented for them.
        if (known.isEmpty()
                && hour != null
                && of.isOpenOn(day.date())
                && !day.date().isBefore(LocalDate.now(clock))) {
            var startsAt = day.date().atTime(hour).atZone(clock.getZone()).toInstant();
            sittings.add(PublicSitting.promised(
                    of.on(day.date()), startsAt, of.series().minutes()));
        }
        return new Day(day.date(), day.holiday(), sittings);
    }
}
