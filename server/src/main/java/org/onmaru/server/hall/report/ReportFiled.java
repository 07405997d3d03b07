package org.onmaru.server.hall.report;

import java.time.LocalDate;
import java.time.LocalTime;
import org.onmaru.server.city.directory.UnitId;
import org.onmaru.server.hall.series.SeriesId;

/// A unit filed a version of its report.
public record ReportFiled(
        ReportId report,
        SeriesId series,
        LocalDate date,
        LocalTime cutOff,
        UnitId unit,
        int version,
        boolean nil,
        boolean late) {}
