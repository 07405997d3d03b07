package org.onmaru.server.hall.series;

import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/// A day on which a series does not do what its recurrence says.
///
/// @param startsAt the hour of that day; null exactly when it is cancelled
/// @param reason what people are told
public record OneDay(LocalDate date, Kind kind, @Nullable LocalTime startsAt, String reason) {

    public enum Kind {
        CANCELLED,
        MOVED,
        EXTRA
    }
}
