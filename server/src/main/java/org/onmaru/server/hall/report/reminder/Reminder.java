package org.onmaru.server.hall.report.reminder;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.city.directory.UnitId;
import org.onmaru.server.hall.series.SeriesId;

/// That a unit was reminded to file for one cut-off.
///
/// @param id the occasion of its notices
/// @param minutesBefore the step; null when somebody did it by hand
/// @param by who did it by hand; null when nobody
public record Reminder(
        UUID id,
        SeriesId series,
        LocalDate date,
        LocalTime cutOff,
        UnitId unit,
        @Nullable Integer minutesBefore,
        Instant at,
        @Nullable String by) {}
