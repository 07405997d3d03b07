package org.onmaru.server.hall.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;

/// A metric as it was filed: always a pair.
///
/// @param thisPeriod since the report before
/// @param toDate altogether, or as it stands now
public record Figure(String metric, BigDecimal thisPeriod, BigDecimal toDate, boolean estimated) {

    /// What the unit filed of the metric last.
    public record Before(LocalDate date, LocalTime cutOff, BigDecimal thisPeriod, BigDecimal toDate) {}

    /// The one way a number is written: no needless zeros, no exponent.
    public static BigDecimal plain(BigDecimal number) {
        var shortest = number.stripTrailingZeros();
        return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }
}
