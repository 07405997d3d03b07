package org.onmaru.server.hall.report;

import java.time.LocalTime;
import org.onmaru.server.city.directory.UnitId;

/// The latest of what a unit filed for one cut-off.
public record FiledReport(ReportId report, UnitId unit, LocalTime cutOff, Version version, Content content) {}
