package org.onmaru.server.hall.directive;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.city.directory.UnitId;
import org.onmaru.server.city.identity.Scope;
import org.onmaru.server.hall.meeting.MeetingId;
import org.onmaru.server.hall.series.SeriesId;
import org.onmaru.server.problem.Problem;

/// What a unit asks for, and what it was told.
///
/// @param unitName as the unit was called on the day it asked
/// @param meeting where it was said; null when it was only written in a report
/// @param report the report it was written in; null when it was only said
/// @param answer null while it is open
/// @param version counts its steps, from 1
public record Need(
        NeedId id,
        SeriesId series,
        UnitId unit,
        String unitName,
        String sentence,
        @Nullable MeetingId meeting,
        @Nullable UUID report,
        boolean rehearsal,
        Instant raisedAt,
        String raisedBy,
        State state,
        @Nullable Answer answer,
        int version) {

    /// What became of it.
    public enum State {
        OPEN("아직 답이 없는", "open"),
        ACCEPTED("수용된", "accepted"),
        /// To be answered later.
        UNDER_STUDY("검토 중인", "under study"),
        REFUSED("수용하지 않기로 한", "refused");

        private final String ko;
        private final String en;

        State(String ko, String en) {
            this.ko = ko;
            this.en = en;
        }

        /// Whether it still waits for its last word.
        public boolean waits() {
            return this == OPEN || this == UNDER_STUDY;
        }
    }

    /// @param unit who does it, studies it, or explains why not
    /// @param date until when it is done or studied; null when refused
    /// @param meeting in which it was given
    /// @param directive what the accepted need became
    public record Answer(
            UnitId unit,
            String unitName,
            @Nullable LocalDate date,
            String words,
            String by,
            Instant at,
            MeetingId meeting,
            @Nullable DirectiveId directive) {

        Answer became(DirectiveId promised) {
            return new Answer(unit, unitName, date, words, by, at, meeting, promised);
        }
    }

    /// Where permissions for it are asked.
    public Scope scope() {
        return meeting == null ? Scope.series(series.value()) : Scope.meeting(series.value(), meeting.value());
    }

    Need answered(State as, Answer given) {
        if (!state.waits()) {
            throw Problem.conflict(
                    "need-answered", "이미 " + state.ko + " 건의라서 다시 답할 수 없습니다.", "It is " + state.en + " already.");
        }
        return new Need(
                id,
                series,
                unit,
                unitName,
                sentence,
                meeting,
                report,
                rehearsal,
                raisedAt,
                raisedBy,
                as,
                given,
                version + 1);
    }
}
