package org.onmaru.server.hall.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.onmaru.server.city.directory.UnitId;
import org.onmaru.server.hall.series.SeriesId;

/// What one unit says for one cut-off of one day.
///
/// @param revision grows with every change of the draft
public record Report(ReportId id, SeriesId series, LocalDate date, LocalTime cutOff, UnitId unit, int revision) {

    /// Until when it is in time.
    public Instant cutOffAt(ZoneId city) {
        return cutOffAt(date, cutOff, city);
    }

    public static Instant cutOffAt(LocalDate date, LocalTime cutOff, ZoneId city) {
        return date.atTime(cutOff).atZone(city).toInstant();
    }
}
