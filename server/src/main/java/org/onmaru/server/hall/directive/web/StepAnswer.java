package org.onmaru.server.hall.directive.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.hall.directive.Step;

/// One line of a history.
///
/// @param move what was done
/// @param reason empty when none was given
record StepAnswer(
        @Schema(example = "ACKNOWLEDGE") String move,
        @Nullable String from,
        String to,
        Instant at,
        String byName,
        String byPost,
        String unitName,
        String reason,
        String note) {

    static StepAnswer of(Step step) {
        return new StepAnswer(
                step.move(),
                step.from(),
                step.to(),
                step.at(),
                step.byName(),
                step.byPost(),
                step.unitName(),
                step.reason(),
                step.note());
    }
}
