package org.onmaru.server.hall.figures;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/// The figures of one day that are for everybody.
///
/// @param provisional true while a unit that is due has not reported
public record PublicDay(LocalDate date, List<PublicFigure> figures, boolean provisional) {

    /// One metric.
    ///
    /// @param thisPeriod of the city: what it says itself, or else the sum over the units
    /// @param toDate likewise
    /// @param parts by unit; empty for a metric whose towns are not for everybody
    /// @param corrected 정정: a correction after the cut-off changed it
    public record PublicFigure(
            String metric,
            String ko,
            String en,
            String measure,
            String measureEn,
            BigDecimal thisPeriod,
            BigDecimal toDate,
            List<PublicPart> parts,
            boolean corrected) {}

    public record PublicPart(
            UUID unitId, String unit, String unitEn, BigDecimal thisPeriod, BigDecimal toDate, boolean corrected) {}
}
