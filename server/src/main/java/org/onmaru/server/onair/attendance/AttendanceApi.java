package org.onmaru.server.onair.attendance;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.city.directory.Directory;
import org.onmaru.server.city.directory.Unit;
import org.onmaru.server.city.identity.Access;
import org.onmaru.server.city.identity.Permission;
import org.onmaru.server.city.identity.Scope;
import org.onmaru.server.hall.meeting.MeetingId;
import org.onmaru.server.hall.meeting.MeetingState;
import org.onmaru.server.hall.meeting.MeetingView;
import org.onmaru.server.hall.meeting.Meetings;
import org.onmaru.server.hall.series.Phase;
import org.onmaru.server.hall.series.PhaseBook;
import org.onmaru.server.hall.series.SeriesId;
import org.onmaru.server.problem.Problem;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Who was there, for those who may see what is internal: of one meeting, and of a series over time.
@RestController
@RequestMapping("/api/v1")
class AttendanceApi {

    private static final int MOST_DAYS = 400;

    private final Access access;
    private final Meetings meetings;
    private final PhaseBook phases;
    private final Directory directory;
    private final AttendanceStore store;
    private final Clock clock;

    AttendanceApi(
            Access access,
            Meetings meetings,
            PhaseBook phases,
            Directory directory,
            AttendanceStore store,
            Clock clock) {
        this.access = access;
        this.meetings = meetings;
        this.phases = phases;
        this.directory = directory;
        this.store = store;
        this.clock = clock;
    }

    /// @param acting whether they were there for somebody (직무대리)
    /// @param left when they left last; null while they are there
    record AttendedPerson(
            String identity,
            String name,
            String post,
            boolean acting,
            boolean guest,
            Instant joined,
            @Nullable Instant left,
            long seconds) {}

    /// @param unitId null for people of no unit
    /// @param expected whether the unit reports in the meeting's phase
    record AttendedUnit(
            @Nullable UUID unitId, String unit, boolean expected, boolean present, List<AttendedPerson> people) {}

    record AttendanceAnswer(List<AttendedUnit> units, int expected, int expectedPresent) {}

    /// @param held meetings that were held while the unit was expected or came
    record UnitAttendance(String unit, int held, int attended) {}

    @GetMapping("/meetings/{id}/attendance")
    AttendanceAnswer getAttendance(@PathVariable UUID id) {
        var meeting = meetings.find(new MeetingId(id))
                .orElseThrow(() -> Problem.missing("no-meeting", "그런 회의가 없습니다.", "There is no such meeting."));
        access.require(Permission.SEE_INTERNAL, meeting.scope());
        var attendance = Attendance.of(
                expected(meeting), directory.unitsOn(meeting.date()), store.of(meeting.id()), clock.instant());
        var units = attendance.units().stream().map(AttendanceApi::answer).toList();
        return new AttendanceAnswer(
                units, count(units, AttendedUnit::expected), count(units, unit -> unit.expected && unit.present));
    }

    /// How often each unit was there in the meetings of a period that were held.
    @GetMapping("/series/{id}/attendance")
    List<UnitAttendance> listAttendance(
            @PathVariable UUID id, @RequestParam LocalDate from, @RequestParam LocalDate to) {
        access.require(Permission.SEE_INTERNAL, Scope.series(id));
        if (to.isBefore(from) || ChronoUnit.DAYS.between(from, to) > MOST_DAYS) {
            throw Problem.bad(
                    "period",
                    "기간은 시작일부터 " + MOST_DAYS + "일까지 고를 수 있습니다.",
                    "The period starts before it ends and has at most " + MOST_DAYS + " days.");
        }
        var held = meetings.between(from, to).stream()
                .filter(meeting -> meeting.series().equals(new SeriesId(id)) && !meeting.rehearsal())
                .filter(meeting -> meeting.state() == MeetingState.ADJOURNED)
                .toList();
        var came = store.units(held.stream().map(MeetingView::id).toList());
        Map<String, int[]> counts = new LinkedHashMap<>();
        for (var meeting : held) {
            var there = came.getOrDefault(meeting.id(), Set.of());
            var due = new ArrayList<>(expected(meeting).stream().map(Unit::name).toList());
            there.stream().filter(unit -> !due.contains(unit)).forEach(due::add);
            for (var unit : due) {
                var count = counts.computeIfAbsent(unit, _ -> new int[2]);
                count[0]++;
                count[1] += there.contains(unit) ? 1 : 0;
            }
        }
        return counts.entrySet().stream()
                .map(each -> new UnitAttendance(each.getKey(), each.getValue()[0], each.getValue()[1]))
                .sorted(Comparator.comparing(UnitAttendance::unit))
                .toList();
    }

    private List<Unit> expected(MeetingView meeting) {
        return phases.find(meeting.series(), meeting.date()).map(Phase::plan).map(Phase.Plan::units).stream()
                .flatMap(List::stream)
                .flatMap(unit -> directory.unit(unit, meeting.date()).stream())
                .toList();
    }

    private static int count(List<AttendedUnit> units, Predicate<AttendedUnit> which) {
        return (int) units.stream().filter(which).count();
    }

    private static AttendedUnit answer(Attendance.OfUnit unit) {
        return new AttendedUnit(
                unit.unit(),
                unit.name(),
                unit.expected(),
                unit.present(),
                unit.people().stream()
                        .map(person -> new AttendedPerson(
                                person.identity(),
                                person.name(),
                                person.post(),
                                person.acting(),
                                person.guest(),
                                person.joined(),
                                person.left(),
                                person.length().toSeconds()))
                        .toList());
    }
}
