package org.onmaru.server.onair.attendance;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.city.directory.Unit;

/// Who was in one meeting, by unit.
///
/// @param units those that report in the meeting's phase, in their order, then the others that came; the last without
///     a name are people of no unit
record Attendance(List<OfUnit> units) {

    Attendance {
        units = List.copyOf(units);
    }

    /// @param unit null when it is not one of the city's on that day
    /// @param expected whether it reports in the meeting's phase
    record OfUnit(@Nullable UUID unit, String name, boolean expected, List<OfPerson> people) {

        OfUnit {
            people = List.copyOf(people);
        }

        boolean present() {
            return !people.isEmpty();
        }
    }

    /// @param post the last that was on their plate
    /// @param acting whether they were there for somebody (직무대리)
    /// @param left when they left last; null while they are there
    record OfPerson(
            String identity,
            String name,
            String post,
            boolean acting,
            boolean guest,
            Instant joined,
            @Nullable Instant left,
            Duration length) {}

    /// @param expected the units that report
    static Attendance of(List<Unit> expected, List<Unit> city, List<Stay> stays, Instant now) {
        var byUnit = new LinkedHashMap<String, List<Stay>>();
        expected.forEach(unit -> byUnit.put(unit.name(), new ArrayList<>()));
        var others = new TreeSet<String>(
                Comparator.comparing((String name) -> name.isEmpty()).thenComparing(Comparator.naturalOrder()));
        stays.stream().map(Stay::unit).forEach(others::add);
        others.forEach(name -> byUnit.putIfAbsent(name, new ArrayList<>()));
        stays.stream()
                .filter(stay -> !stay.simulated())
                .forEach(stay -> byUnit.computeIfAbsent(stay.unit(), _ -> new ArrayList<>())
                        .add(stay));
        var expectedNames = expected.stream().map(Unit::name).toList();
        var units = new ArrayList<OfUnit>();
        byUnit.forEach((name, here) -> {
            boolean due = expectedNames.contains(name);
            if (due || !here.isEmpty()) {
                units.add(new OfUnit(id(city, name), name, due, people(here, now)));
            }
        });
        return new Attendance(units);
    }

    private static @Nullable UUID id(List<Unit> city, String name) {
        return city.stream()
                .filter(unit -> unit.name().equals(name))
                .map(unit -> unit.id().value())
                .findFirst()
                .orElse(null);
    }

    private static List<OfPerson> people(List<Stay> stays, Instant now) {
        var byPerson = new LinkedHashMap<String, List<Stay>>();
        stays.forEach(stay -> byPerson.computeIfAbsent(stay.identity(), _ -> new ArrayList<>())
                .add(stay));
        return byPerson.values().stream().map(all -> person(all, now)).toList();
    }

    private static OfPerson person(List<Stay> stays, Instant now) {
        var last = stays.getLast();
        return new OfPerson(
                last.identity(),
                last.name(),
                last.post(),
                stays.stream().anyMatch(Stay::acting),
                last.identity().startsWith("g-"),
                stays.getFirst().joined(),
                stays.stream().anyMatch(Stay::open) ? null : last.left(),
                stays.stream().map(stay -> stay.length(now)).reduce(Duration.ZERO, Duration::plus));
    }
}
