package org.onmaru.server.onair.attendance;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.onmaru.server.city.directory.Directory;
import org.onmaru.server.city.directory.Unit;
import org.onmaru.server.hall.meeting.MeetingId;
import org.onmaru.server.hall.meeting.MeetingState;
import org.onmaru.server.hall.meeting.MeetingView;
import org.onmaru.server.hall.meeting.Meetings;
import org.onmaru.server.hall.series.Phase;
import org.onmaru.server.hall.series.PhaseBook;
import org.onmaru.server.hall.series.SeriesId;
import org.springframework.stereotype.Component;

/// Reads who was there: the stays beside the units that were expected on that day.
@Component
class Attendances {

    private final Meetings meetings;
    private final PhaseBook phases;
    private final Directory directory;
    private final AttendanceStore store;
    private final Clock clock;

    Attendances(Meetings meetings, PhaseBook phases, Directory directory, AttendanceStore store, Clock clock) {
        this.meetings = meetings;
        this.phases = phases;
        this.directory = directory;
        this.store = store;
        this.clock = clock;
    }

    Attendance of(MeetingView meeting) {
        return of(meeting, phases.of(meeting.series()), store.of(meeting.id()));
    }

    /// Every unit that was expected or came, in the meetings of these days, both included, that were held.
    List<Regularity> over(SeriesId series, LocalDate from, LocalDate to) {
        var held = meetings.between(from, to).stream()
                .filter(meeting -> meeting.series().equals(series) && !meeting.rehearsal())
                .filter(meeting -> meeting.state() == MeetingState.ADJOURNED)
                .toList();
        Map<MeetingId, List<Stay>> stays =
                store.of(held.stream().map(MeetingView::id).toList());
        var all = phases.of(series);
        return Regularity.of(held.stream()
                .map(meeting -> of(meeting, all, stays.getOrDefault(meeting.id(), List.of())))
                .toList());
    }

    private Attendance of(MeetingView meeting, List<Phase> phases, List<Stay> stays) {
        var city = directory.unitsOn(meeting.date());
        return Attendance.of(expected(phases, meeting.date(), city), city, stays, clock.instant());
    }

    private static List<Unit> expected(List<Phase> phases, LocalDate day, List<Unit> city) {
        return Phase.on(phases, day).map(Phase::plan).map(Phase.Plan::units).stream()
                .flatMap(List::stream)
                .flatMap(id -> city.stream().filter(unit -> unit.id().equals(id)))
                .toList();
    }
}
