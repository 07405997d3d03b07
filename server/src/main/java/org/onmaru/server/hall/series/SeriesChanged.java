package org.onmaru.server.hall.series;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A series has other phases, days, hours or lengths from now on.
///
/// @param day the one day that was decided about; null when all may differ
public record SeriesChanged(Series series, @Nullable LocalDate day) {}
