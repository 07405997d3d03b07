package org.onmaru.server.open.archive.index;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What was found.
///
/// @param total hits of the question
/// @param counts hits of each kind as if no kind had been asked for; kinds without one are not there
public record Found(int total, Map<Kind, Integer> counts, List<Hit> hits) {

    public Found {
        counts = Map.copyOf(counts);
        hits = List.copyOf(hits);
    }

    /// A passage that was found.
    ///
    /// @param released whether everybody finds it
    /// @param unit null when it is nobody's in particular
    /// @param heading what it stands under; empty when nothing
    /// @param text around the first place where it was found
    /// @param at when it was said; null when that is not known
    public record Hit(
            Passage.Sitting sitting,
            Kind kind,
            boolean released,
            Passage.@Nullable Owner unit,
            List<Segment> heading,
            List<Segment> text,
            String subject,
            @Nullable Instant at) {}

    /// A stretch of text.
    ///
    /// @param marked whether it is what was looked for
    public record Segment(String text, boolean marked) {}
}
