package org.onmaru.server.hall.series;

import java.util.UUID;

/// Identifies a series; its permalink never changes.
public record SeriesId(UUID value) {}
