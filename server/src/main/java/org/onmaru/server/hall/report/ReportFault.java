package org.onmaru.server.hall.report;

/// Why something cannot be filed as it is.
///
/// @param field the name of the draft's field, e.g. `figure/snow.depth/toDate`
public record ReportFault(String field, String code, String ko, String en) {}
