package org.onmaru.server.hall.directive.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.hall.directive.Need;
import org.onmaru.server.hall.directive.Step;

/// A need and what the unit was told.
///
/// @param answer null while it is open
/// @param mayAnswer whether the caller may answer it in a meeting of its series
record NeedAnswer(
        UUID id,
        UUID seriesId,
        UUID unitId,
        String unitName,
        String sentence,
        @Nullable UUID meetingId,
        @Nullable UUID reportId,
        boolean rehearsal,
        Instant raisedAt,
        String raisedBy,
        Need.State state,
        @Nullable NeedReply answer,
        boolean mayAnswer,
        int version,
        List<StepAnswer> history) {

    /// @param date until when it is done or studied; null when refused
    /// @param directiveId what the accepted need became
    record NeedReply(
            UUID unitId,
            String unitName,
            @Nullable LocalDate date,
            String words,
            String by,
            Instant at,
            UUID meetingId,
            @Nullable UUID directiveId) {

        static NeedReply of(Need.Answer answer) {
            var directive = answer.directive();
            return new NeedReply(
                    answer.unit().value(),
                    answer.unitName(),
                    answer.date(),
                    answer.words(),
                    answer.by(),
                    answer.at(),
                    answer.meeting().value(),
                    directive == null ? null : directive.value());
        }
    }

    static NeedAnswer of(Need need, boolean keeps, List<Step> history) {
        var meeting = need.meeting();
        var answer = need.answer();
        return new NeedAnswer(
                need.id().value(),
                need.series().value(),
                need.unit().value(),
                need.unitName(),
                need.sentence(),
                meeting == null ? null : meeting.value(),
                need.report(),
                need.rehearsal(),
                need.raisedAt(),
                need.raisedBy(),
                need.state(),
                answer == null ? null : NeedReply.of(answer),
                keeps && need.state().waits(),
                need.version(),
                history.stream().map(StepAnswer::of).toList());
    }
}
