package org.onmaru.server.hall.report;

import java.time.LocalDate;
import org.onmaru.server.hall.series.SeriesId;

/// A draft changed, or it was filed.
public record ReportEdited(ReportId report, SeriesId series, LocalDate date) {}
