package org.onmaru.server.hall.floor;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The floor as those in the room see it now.
///
/// @param speaking who has the floor; null when nobody
/// @param interrupted who gets it back when the question ends; null when nobody waits
/// @param hands in the order in which they were raised
public record FloorNow(
        @Nullable FloorSpeaker speaking, @Nullable FloorSpeaker interrupted, List<FloorHand> hands) {

    /// Somebody who has the floor, or gets it back.
    ///
    /// @param number of the turn, for whoever ends it
    /// @param itemKey of the agenda item; null when none ran, or none that the reader may know of
    /// @param since when this stretch began
    /// @param minutes allotted; null for no limit
    /// @param spentSeconds of the turn before this stretch
    public record FloorSpeaker(
            int number,
            Turn.Kind kind,
            String identity,
            String name,
            String unit,
            String post,
            @Nullable String itemKey,
            Instant since,
            @Nullable Integer minutes,
            long spentSeconds) {}

    /// A raised hand.
    public record FloorHand(String identity, String name, String unit, String post, Instant raisedAt) {}

    /// @param seesInternal whether the reader may know of internal items
    public static FloorNow of(Floor floor, boolean seesInternal) {
        return new FloorNow(
                floor.speaking().map(turn -> speaker(floor, turn, seesInternal)).orElse(null),
                floor.interrupted()
                        .map(turn -> speaker(floor, turn, seesInternal))
                        .orElse(null),
                floor.hands().stream().map(FloorNow::hand).toList());
    }

    private static FloorSpeaker speaker(Floor floor, Turn turn, boolean seesInternal) {
        var who = turn.who();
        return new FloorSpeaker(
                turn.number(),
                turn.kind(),
                who.identity(),
                who.name(),
                who.unit(),
                who.post(),
                turn.open() || seesInternal ? turn.item() : null,
                turn.from(),
                turn.minutes(),
                floor.before(turn).toSeconds());
    }

    private static FloorHand hand(Hand hand) {
        var who = hand.who();
        return new FloorHand(who.identity(), who.name(), who.unit(), who.post(), hand.raisedAt());
    }
}
