package org.onmaru.server.city.directory;

import java.time.LocalDate;
import java.util.List;

/// A unit with everything it was ever called, oldest first.
public record UnitNames(UnitId id, Unit.Kind kind, int seat, boolean synthetic, List<Name> names) {

    /// What the unit is called from that day on.
    public record Name(LocalDate from, String name, String nameEn) {}

    /// The name on that day; a unit asked about before its first name answers with the first.
    public Name on(LocalDate day) {
        return names.stream()
                .filter(name -> !name.from.isAfter(day))
                .reduce((_, later) -> later)
                .orElseGet(names::getFirst);
    }

    public boolean existsOn(LocalDate day) {
        return !names.getFirst().from.isAfter(day);
    }

    public Unit unitOn(LocalDate day) {
        var name = on(day);
        return new Unit(id, name.name, name.nameEn, kind, seat, synthetic);
    }
}
