package org.onmaru.server.open.subscription;

import java.util.List;
import java.util.UUID;

/// Of which meetings a browser wants to know.
///
/// @param every all that are for citizens
/// @param seriesIds those of these series
record Wanted(boolean every, List<UUID> seriesIds) {

    static final Wanted NOTHING = new Wanted(false, List.of());

    Wanted {
        seriesIds = List.copyOf(seriesIds);
    }

    boolean isNothing() {
        return !every && seriesIds.isEmpty();
    }
}
