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

/// An instruction to one unit; guards its own life. Each step answers with the directive after it, or refuses with a
/// sentence.
///
/// @param capture the captured line it came from; a line to several units makes several directives
/// @param meetingDate the day of the meeting in which it was given
/// @param rehearsal true when it never leaves its meeting
/// @param year of its number, e.g. 제2020-15호
/// @param number stored; null in a rehearsal
/// @param unitName as the owner was called on the meeting's day, or when it became the owner
/// @param askedUnit the unit that needs it done; null when nobody else asked
/// @param due null when it has no day
/// @param givenBy post and name of who gave it, as they were that day
/// @param saidAt when it was said, by the server's clock: the moment that is played
/// @param closedAt when it was verified, merged or cancelled
/// @param version counts its steps, from 1
public record Directive(
        DirectiveId id,
        UUID capture,
        SeriesId series,
        MeetingId meeting,
        LocalDate meetingDate,
        boolean rehearsal,
        int year,
        @Nullable Integer number,
        String sentence,
        UnitId unit,
        String unitName,
        @Nullable UnitId askedUnit,
        @Nullable String askedUnitName,
        @Nullable LocalDate due,
        String givenBy,
        Instant saidAt,
        DirectiveState state,
        @Nullable DirectiveId mergedInto,
        @Nullable Instant closedAt,
        int version) {

    /// How it stands on a day.
    public enum Urgency {
        OVERDUE,
        DUE_TODAY,
        LATER,
        NO_DATE,
        /// The owner has done it; somebody has to look.
        WAITING,
        CLOSED
    }

    public boolean open() {
        return state.open();
    }

    public Urgency urgency(LocalDate day) {
        if (!open()) {
            return Urgency.CLOSED;
        }
        if (state == DirectiveState.DONE) {
            return Urgency.WAITING;
        }
        if (due == null) {
            return Urgency.NO_DATE;
        }
        return due.isBefore(day) ? Urgency.OVERDUE : due.equals(day) ? Urgency.DUE_TODAY : Urgency.LATER;
    }

    /// `제2020-15호`; `리허설` in a rehearsal.
    public String label() {
        return number == null ? "리허설" : "제" + year + "-" + number + "호";
    }

    /// Where permissions for it are asked.
    public Scope scope() {
        return Scope.meeting(series.value(), meeting.value());
    }

    /// One of the steps that need nothing but a reason.
    Directive after(DirectiveMove move, Instant at) {
        require(move);
        return with(unit, unitName, move.to(), null, at);
    }

    Directive mergedInto(Directive other, Instant at) {
        require(DirectiveMove.MERGE);
        if (other.id.equals(id) || !other.open() || !other.series.equals(series) || !isBeside(other)) {
            throw Problem.conflict(
                    "directive-merge-target",
                    "같은 회의체에서 아직 끝나지 않은 다른 지시사항에만 합칠 수 있습니다.",
                    "It can be merged only into another open directive of the same series.");
        }
        return with(unit, unitName, DirectiveMove.MERGE.to(), other.id, at);
    }

    /// The number stays; the new owner begins anew.
    Directive reassigned(UnitId newUnit, String newName, Instant at) {
        require(DirectiveMove.REASSIGN);
        if (newUnit.equals(unit)) {
            throw Problem.conflict("directive-same-unit", "이미 그 부서·기관의 지시사항입니다.", "It is that unit's already.");
        }
        return with(newUnit, newName, DirectiveMove.REASSIGN.to(), null, at);
    }

    /// A rehearsal's never touches another meeting's.
    private boolean isBeside(Directive other) {
        return rehearsal == other.rehearsal && (!rehearsal || meeting.equals(other.meeting));
    }

    private void require(DirectiveMove move) {
        if (!move.isPossibleFrom(state)) {
            throw Problem.conflict(
                    "directive-cannot",
                    "지금 '" + state.ko() + "' 상태라서 " + move.ko() + " 수 없습니다.",
                    "It is " + state.en() + "; it cannot be " + move.en() + ".");
        }
    }

    private Directive with(
            UnitId owner, String ownerName, DirectiveState next, @Nullable DirectiveId into, Instant at) {
        return new Directive(
                id,
                capture,
                series,
                meeting,
                meetingDate,
                rehearsal,
                year,
                number,
                sentence,
                owner,
                ownerName,
                askedUnit,
                askedUnitName,
                due,
                givenBy,
                saidAt,
                next,
                into,
                next.open() ? null : at,
                version + 1);
    }
}
