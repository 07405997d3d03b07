package org.onmaru.server.hall.floor;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A stretch in which somebody had the floor. A turn that a question interrupted goes on in another stretch.
///
/// @param number from 1, within the meeting
/// @param first number of the stretch in which the turn began; its own when that is this one
/// @param item key of the agenda item that ran; null when none did
/// @param open whether citizens may know of it: false as soon as its item was internal for a moment of it
/// @param minutes allotted to all of its stretches together; null for no limit
/// @param to null while it lasts
/// @param interrupts number of the stretch that goes on when this question ends; null when it is no question, or nobody
///     waits
public record Turn(
        int number,
        int first,
        Kind kind,
        Plate who,
        @Nullable String item,
        boolean open,
        @Nullable Integer minutes,
        Instant from,
        @Nullable Instant to,
        @Nullable Integer interrupts) {

    /// Why somebody has the floor.
    public enum Kind {
        SPEECH,
        /// Asked while somebody else speaks, who gets the floor back.
        QUESTION
    }

    public boolean lasts() {
        return to == null;
    }

    /// How long it took, or has taken by now.
    public Duration took(Instant now) {
        var span = Duration.between(from, to == null ? now : to);
        return span.isNegative() ? Duration.ZERO : span;
    }

    /// Never before it began, whatever a clock says.
    Turn ended(Instant at) {
        return new Turn(number, first, kind, who, item, open, minutes, from, at.isBefore(from) ? from : at, interrupts);
    }

    Turn allotted(int minutes) {
        return new Turn(number, first, kind, who, item, open, minutes, from, to, interrupts);
    }

    Turn internal() {
        return new Turn(number, first, kind, who, item, false, minutes, from, to, interrupts);
    }

    Turn awaitedByNobody() {
        return new Turn(number, first, kind, who, item, open, minutes, from, to, null);
    }
}
