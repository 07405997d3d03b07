package org.onmaru.server.hall.report;

import java.util.UUID;

/// Identifies a report.
public record ReportId(UUID value) {}
