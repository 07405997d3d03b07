package org.onmaru.server.hall.directive.capture;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How a line was understood, so that its writer can correct it before it is saved.
///
/// @param owners whom it speaks to; one directive becomes of each
/// @param sentence what is to be done, without owners and due date
/// @param due null when the line names no day
/// @param dueWords the words it was read from
public record Understood(
        List<Owner> owners,
        String sentence,
        @Nullable LocalDate due,
        @Nullable String dueWords,
        List<Doubt> doubts) {

    /// The first reason why it cannot be saved like this.
    public Optional<Doubt> obstacle() {
        return doubts.stream().filter(doubt -> doubt.kind().blocks()).findFirst();
    }
}
