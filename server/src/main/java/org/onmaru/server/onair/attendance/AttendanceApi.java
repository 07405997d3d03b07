package org.onmaru.server.onair.attendance;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.city.identity.Access;
import org.onmaru.server.city.identity.Permission;
import org.onmaru.server.city.identity.Scope;
import org.onmaru.server.hall.meeting.MeetingId;
import org.onmaru.server.hall.meeting.Meetings;
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
    private final Attendances attendances;

    AttendanceApi(Access access, Meetings meetings, Attendances attendances) {
        this.access = access;
        this.meetings = meetings;
        this.attendances = attendances;
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

    /// @param attended meetings in which they were there for this unit
    /// @param acting those in which they were there for somebody (직무대리)
    record RegularPerson(String identity, String name, String post, int attended, int acting) {}

    /// @param unitId null for people of no unit
    /// @param held meetings in which the unit was expected or came
    /// @param attended those in which it came
    /// @param acting those in which somebody was there for another (직무대리)
    record UnitAttendance(
            @Nullable UUID unitId, String unit, int held, int attended, int acting, List<RegularPerson> people) {}

    @GetMapping("/meetings/{id}/attendance")
    AttendanceAnswer getAttendance(@PathVariable UUID id) {
        var meeting = meetings.find(new MeetingId(id))
                .orElseThrow(() -> Problem.missing("no-meeting", "그런 회의가 없습니다.", "There is no such meeting."));
        access.require(Permission.SEE_INTERNAL, meeting.scope());
        var units = attendances.of(meeting).units().stream()
                .map(AttendanceApi::answer)
                .toList();
        return new AttendanceAnswer(
                units, count(units, AttendedUnit::expected), count(units, unit -> unit.expected && unit.present));
    }

    /// How often each unit, and each of its people, was there in the meetings of a period that were held.
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
        return attendances.over(new SeriesId(id), from, to).stream()
                .map(AttendanceApi::answer)
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

    private static UnitAttendance answer(Regularity unit) {
        return new UnitAttendance(
                unit.unit(),
                unit.name(),
                unit.held(),
                unit.attended(),
                unit.acting(),
                unit.people().stream()
                        .map(person -> new RegularPerson(
                                person.identity(), person.name(), person.post(), person.attended(), person.acting()))
                        .toList());
    }
}
