package org.onmaru.server.hall.directive.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.hall.directive.Directive;
import org.onmaru.server.hall.directive.DirectiveMove;
import org.onmaru.server.hall.directive.DirectiveState;

/// A directive as one person sees it.
///
/// @param unitEnded whether the owner does not exist any more
/// @param saidAt the moment that is played
/// @param carriedOver its "이월 n회"
/// @param mayMove what the caller may do with it now
/// @param history oldest first
record DirectiveAnswer(
        UUID id,
        @Schema(example = "제2020-15호") String label,
        UUID captureId,
        UUID seriesId,
        UUID meetingId,
        LocalDate meetingDate,
        boolean rehearsal,
        String sentence,
        UUID unitId,
        String unitName,
        boolean unitEnded,
        @Nullable UUID askedUnitId,
        @Nullable String askedUnitName,
        @Nullable LocalDate due,
        Directive.Urgency urgency,
        String givenBy,
        Instant saidAt,
        DirectiveState state,
        @Nullable UUID mergedIntoId,
        @Nullable String mergedIntoLabel,
        @Nullable Instant closedAt,
        int carriedOver,
        int version,
        List<DirectiveMove> mayMove,
        List<StepAnswer> history) {}
