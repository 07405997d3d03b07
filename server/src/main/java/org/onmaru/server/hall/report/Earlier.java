package org.onmaru.server.hall.report;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the unit filed in the series before this report.
///
/// @param last the report before; null when there is none
/// @param figures of each metric the last that was filed, which may be older
public record Earlier(@Nullable Last last, Map<String, Figure.Before> figures) {

    /// The report before in its latest version.
    public record Last(LocalDate date, LocalTime cutOff, UUID messageId, Content content) {}
}
