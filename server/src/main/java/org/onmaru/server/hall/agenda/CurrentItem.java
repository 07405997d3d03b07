package org.onmaru.server.hall.agenda;

import java.time.Instant;

/// What a meeting is talking about now, as the stage shows it.
///
/// @param unit name of the unit that presents it; empty when nobody in particular
/// @param open whether citizens may see it
public record CurrentItem(
        String key, String title, String titleEn, String unit, int minutes, boolean open, Instant startedAt) {}
