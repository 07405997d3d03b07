package org.onmaru.server.onair.attendance;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.onair.room.Participant;

/// One stretch of time that somebody was in a meeting's room, as their plate said then.
///
/// @param identity as in the room: `p-…` person, `g-…` guest, `s-…` simulated
/// @param unit name of the unit; empty when none
/// @param post what they were there, e.g. `면장 직무대리`; empty when nothing
/// @param left null while they are there
record Stay(
        String identity,
        String name,
        String unit,
        String post,
        boolean simulated,
        Instant joined,
        @Nullable Instant left) {

    static Stay begun(Participant participant, Instant joined) {
        return new Stay(
                participant.identity(),
                participant.name(),
                participant.unit(),
                participant.post(),
                participant.simulated(),
                joined,
                null);
    }

    /// Whether the plate of this stay is still theirs.
    boolean isOf(Participant participant) {
        return identity.equals(participant.identity())
                && name.equals(participant.name())
                && unit.equals(participant.unit())
                && post.equals(participant.post());
    }

    /// 직무대리 was on the plate.
    boolean acting() {
        return post.endsWith("직무대리");
    }

    boolean open() {
        return left == null;
    }

    Duration length(Instant now) {
        var end = left == null ? now : left;
        return end.isBefore(joined) ? Duration.ZERO : Duration.between(joined, end);
    }
}
