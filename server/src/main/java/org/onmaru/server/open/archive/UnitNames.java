package org.onmaru.server.open.archive;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.city.directory.Directory;
import org.onmaru.server.city.directory.UnitId;
import org.onmaru.server.open.archive.index.Passage;
import org.springframework.stereotype.Component;

/// Units as they were called on a day.
@Component
class UnitNames {

    private final Directory directory;

    UnitNames(Directory directory) {
        this.directory = directory;
    }

    /// Null for none, and for one that did not exist then.
    Passage.@Nullable Owner of(@Nullable UnitId unit, LocalDate day) {
        return unit == null
                ? null
                : directory
                        .unit(unit, day)
                        .map(found -> new Passage.Owner(unit.value(), found.name()))
                        .orElse(null);
    }
}
