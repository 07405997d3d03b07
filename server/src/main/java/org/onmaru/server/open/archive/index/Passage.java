package org.onmaru.server.open.archive.index;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One paragraph, item or line of the archive: the smallest thing that is found.
///
/// @param sitting the meeting it belongs to
/// @param readers who finds it, see [Readers]; [Readers#EVERYBODY] when it was released
/// @param unit whose it is; null when nobody's in particular
/// @param hazards it is about, e.g. `hpai`; never of something released: which hazards a town reports is internal
/// @param heading what it stands under, or other names; found too, but counts less
/// @param around what else it is found by, one a line, and never shown
/// @param text what is found and shown
/// @param subject the item's key, or the id of the directive, need or report; empty when none
/// @param at when it was said; null when that is not known
/// @param place its order within its meeting
public record Passage(
        Sitting sitting,
        Kind kind,
        Set<String> readers,
        @Nullable Owner unit,
        Set<String> hazards,
        String heading,
        String around,
        String text,
        String subject,
        @Nullable Instant at,
        int place) {

    public Passage {
        readers = Set.copyOf(readers);
        hazards = Set.copyOf(hazards);
    }

    /// The meeting as it was called on its day.
    ///
    /// @param ordinal stored 제N회; null while it has none
    public record Sitting(
            UUID meeting,
            UUID series,
            String title,
            String titleEn,
            @Nullable Integer ordinal,
            LocalDate date) {}

    /// A unit as it was called on that day.
    public record Owner(UUID id, String name) {}

    boolean isReleased() {
        return readers.contains(Readers.EVERYBODY);
    }
}
