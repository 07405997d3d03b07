package org.onmaru.server.hall.report.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.hall.report.Metric;

/// The city's figures of one day from all units.
///
/// @param missing units that are due and filed nothing that day
record RollUpAnswer(LocalDate date, List<RollUpLine> lines, List<MissingUnit> missing) {

    record MissingUnit(UUID unitId, String unit, String unitEn) {}

    /// One metric.
    ///
    /// @param combines how the figures of all units make the city's
    /// @param thisPeriod of the units together
    /// @param toDate of the units together
    /// @param city what the city as a whole says; null when nobody entered it
    /// @param difference how much more the units say to date than the city; null when the city says nothing
    /// @param corrected 정정: a correction after the cut-off changed it
    record RollUpLine(
            String metric,
            String ko,
            String en,
            String measure,
            String measureEn,
            Metric.Disclosure disclosure,
            Metric.Combining combines,
            BigDecimal thisPeriod,
            BigDecimal toDate,
            List<RollUpPart> parts,
            @Nullable CityFigureAnswer city,
            @Nullable BigDecimal difference,
            boolean corrected) {}

    record RollUpPart(
            UUID unitId, String unit, String unitEn, BigDecimal thisPeriod, BigDecimal toDate, boolean corrected) {}

    record CityFigureAnswer(BigDecimal thisPeriod, BigDecimal toDate, String by, Instant at) {}
}
