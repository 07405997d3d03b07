package org.onmaru.server.hall.figures;

import org.jspecify.annotations.Nullable;

/// Which chart somebody wants.
///
/// @param metric null for a [ChartKind#TABLE] only
public record ChartChoice(ChartKind kind, @Nullable String metric) {}
