package org.onmaru.server.onair.attendance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How regularly one unit came to the meetings of a period.
///
/// @param unit null when it is not one of the city's
/// @param name as it was last called
/// @param held meetings in which it was expected or came
/// @param attended those in which it came
/// @param acting those in which somebody was there for another (직무대리)
record Regularity(@Nullable UUID unit, String name, int held, int attended, int acting, List<OfPerson> people) {

    Regularity {
        people = List.copyOf(people);
    }

    /// @param post the last that was on their plate
    /// @param attended meetings in which they were there for this unit
    /// @param acting those in which they were there for somebody
    record OfPerson(String identity, String name, String post, int attended, int acting) {}

    /// In the order of the last meeting, then those that are in no later one.
    ///
    /// @param held earliest first
    static List<Regularity> of(List<Attendance> held) {
        Map<Object, List<Attendance.OfUnit>> byUnit = new LinkedHashMap<>();
        held.reversed().stream()
                .flatMap(attendance -> attendance.units().stream())
                .forEach(unit -> byUnit.computeIfAbsent(
                                unit.unit() == null ? unit.name() : unit.unit(), _ -> new ArrayList<>())
                        .add(unit));
        return byUnit.values().stream().map(Regularity::unit).toList();
    }

    /// @param meetings latest first
    private static Regularity unit(List<Attendance.OfUnit> meetings) {
        var last = meetings.getFirst();
        var people = new LinkedHashMap<String, List<Attendance.OfPerson>>();
        meetings.stream()
                .flatMap(unit -> unit.people().stream())
                .forEach(person -> people.computeIfAbsent(person.identity(), _ -> new ArrayList<>())
                        .add(person));
        return new Regularity(
                last.unit(),
                last.name(),
                meetings.size(),
                (int) meetings.stream().filter(Attendance.OfUnit::present).count(),
                (int) meetings.stream()
                        .filter(unit -> unit.people().stream().anyMatch(Attendance.OfPerson::acting))
                        .count(),
                people.values().stream().map(Regularity::person).toList());
    }

    private static OfPerson person(List<Attendance.OfPerson> meetings) {
        var last = meetings.getFirst();
        return new OfPerson(last.identity(), last.name(), last.post(), meetings.size(), (int)
                meetings.stream().filter(Attendance.OfPerson::acting).count());
    }
}
