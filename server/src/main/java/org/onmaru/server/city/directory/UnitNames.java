package org.onmaru.server.city.directory;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.problem.Problem;

/// A unit with everything it was ever called, oldest first. It begins with its first name.
///
/// @param until its last day; null while it goes on
public record UnitNames(
        UnitId id,
        Unit.Kind kind,
        int seat,
        boolean synthetic,
        @Nullable LocalDate until,
        List<Name> names) {

    /// What the unit is called from that day on.
    public record Name(LocalDate from, String name, String nameEn) {}

    /// The days it exists.
    public Span span() {
        return new Span(names.getFirst().from, until);
    }

    /// The name on that day; a unit asked about before its first name answers with the first.
    public Name on(LocalDate day) {
        return names.stream()
                .filter(name -> !name.from.isAfter(day))
                .reduce((_, later) -> later)
                .orElseGet(names::getFirst);
    }

    public boolean existsOn(LocalDate day) {
        return span().contains(day);
    }

    public Unit unitOn(LocalDate day) {
        var name = on(day);
        return new Unit(id, name.name, name.nameEn, kind, seat, synthetic);
    }

    /// @throws Problem when the unit does not exist on each of those days
    public void requireThroughout(Span days) {
        var mine = span();
        if (days.from().isBefore(mine.from())) {
            throw Problem.conflict(
                    "unit-not-yet",
                    "그 부서·기관은 " + Span.korean(mine.from()) + "부터 있습니다. 그날이나 그 뒤를 고르십시오.",
                    "The unit exists from " + mine.from() + "; choose that day or a later one.");
        }
        if (until != null && days.outlasts(mine)) {
            throw Problem.conflict(
                    "unit-ended",
                    "그 부서·기관은 " + Span.korean(until) + "까지만 있습니다. 그날이나 그 앞을 고르십시오.",
                    "The unit exists until " + until + " only; choose that day or an earlier one.");
        }
    }
}
