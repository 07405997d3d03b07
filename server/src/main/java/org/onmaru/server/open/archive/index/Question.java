package org.onmaru.server.open.archive.index;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What somebody looks for, and who they are.
///
/// @param words as they were typed; when blank, everything
/// @param readers what whoever asks may find, see [Readers]
/// @param series null for any, as the next five
/// @param to its day belongs to it
/// @param offset of the first hit that is wanted, from 0
/// @param limit hits that are wanted, at least 1
public record Question(
        String words,
        Set<String> readers,
        @Nullable UUID series,
        @Nullable UUID unit,
        @Nullable Kind kind,
        @Nullable String hazard,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        Order order,
        int offset,
        int limit) {

    public Question {
        readers = Set.copyOf(readers);
    }

    public enum Order {
        /// The best first; the later of two that are as good.
        RELEVANCE,
        /// The latest meeting first; within it the best.
        DATE
    }

    /// Whether only what everybody may find is asked for.
    boolean isEverybodys() {
        return readers.equals(Set.of(Readers.EVERYBODY));
    }
}
