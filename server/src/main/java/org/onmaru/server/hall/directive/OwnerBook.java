package org.onmaru.server.hall.directive;

import java.time.LocalDate;
import org.onmaru.server.city.directory.UnitBook;
import org.onmaru.server.city.directory.UnitId;
import org.onmaru.server.hall.directive.capture.CaptureLine;
import org.onmaru.server.hall.directive.capture.Doubt;
import org.onmaru.server.hall.directive.capture.Owner;
import org.onmaru.server.hall.directive.capture.Understood;
import org.onmaru.server.problem.Problem;
import org.springframework.stereotype.Component;

/// The units that can own a directive on a day.
@Component
public class OwnerBook {

    private final UnitBook units;

    OwnerBook(UnitBook units) {
        this.units = units;
    }

    Understood read(String line, LocalDate day) {
        return CaptureLine.read(line, day, units.all());
    }

    /// @throws Problem when there is no such unit on that day; for one that ended, with those that came after it
    Owner require(UnitId id, LocalDate day) {
        var all = units.all();
        var unit = all.stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.bad("unit-missing", "그런 부서·기관이 없습니다.", "There is no such unit."));
        var lastDay = unit.until();
        if (lastDay != null && lastDay.isBefore(day)) {
            throw refusal(Doubt.endedUnit(unit, lastDay, all));
        }
        if (!unit.existsOn(day)) {
            throw Problem.bad("unit-missing", "그런 부서·기관이 없습니다.", "There is no such unit.");
        }
        return new Owner(id, unit.on(day).name(), null);
    }

    static Problem refusal(Doubt doubt) {
        return Problem.bad(doubt.kind().code(), doubt.ko(), doubt.en());
    }
}
