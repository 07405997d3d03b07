package org.onmaru.server.hall.figures;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A metric that has figures, and which charts of it can be on the stage now.
///
/// @param kinds empty when none can
/// @param why a sentence on why not all of them can; null when they can
/// @param whyEn the same in English
public record ChartOffer(
        String metric,
        String ko,
        String en,
        List<ChartKind> kinds,
        @Nullable String why,
        @Nullable String whyEn) {

    public ChartOffer {
        kinds = List.copyOf(kinds);
    }
}
