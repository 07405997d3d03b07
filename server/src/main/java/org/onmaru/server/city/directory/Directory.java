package org.onmaru.server.city.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// The units of the city. Names are dated: always ask for a day.
public interface Directory {

    /// All units that exist on that day, in seat order.
    List<Unit> unitsOn(LocalDate day);

    /// One unit as it is called on that day; empty when it does not exist then.
    Optional<Unit> unit(UnitId id, LocalDate day);
}
