package org.onmaru.server.hall.floor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The floor with its log.
///
/// @param speaking who has the floor; null when nobody
/// @param interrupted who gets it back when the question ends; null when nobody waits
/// @param turns that the reader may know of, in the order in which they began
/// @param totals of these by person, whoever spoke longest first
record FloorAnswer(
        FloorNow.@Nullable FloorSpeaker speaking,
        FloorNow.@Nullable FloorSpeaker interrupted,
        List<FloorNow.FloorHand> hands,
        List<FloorTurn> turns,
        List<FloorTotal> totals) {

    /// A stretch in which somebody had the floor.
    ///
    /// @param itemKey of the agenda item; null when none ran
    /// @param open whether citizens may know of it
    /// @param to null while it lasts
    /// @param seconds it took, or has taken by now
    record FloorTurn(
            int number,
            Turn.Kind kind,
            String identity,
            String name,
            String unit,
            String post,
            @Nullable String itemKey,
            boolean open,
            @Nullable Integer minutes,
            Instant from,
            @Nullable Instant to,
            long seconds) {}

    /// @param turns how often they had the floor; an interrupted turn counts once
    record FloorTotal(String identity, String name, String unit, String post, int turns, long seconds) {}

    static FloorAnswer of(Floor floor, boolean seesInternal, Instant now) {
        var state = FloorNow.of(floor, seesInternal);
        var told = floor.turns().stream()
                .filter(turn -> turn.open() || seesInternal)
                .toList();
        return new FloorAnswer(
                state.speaking(),
                state.interrupted(),
                state.hands(),
                told.stream().map(turn -> answer(turn, now)).toList(),
                totals(told, now));
    }

    private static FloorTurn answer(Turn turn, Instant now) {
        var who = turn.who();
        return new FloorTurn(
                turn.number(),
                turn.kind(),
                who.identity(),
                who.name(),
                who.unit(),
                who.post(),
                turn.item(),
                turn.open(),
                turn.minutes(),
                turn.from(),
                turn.to(),
                turn.took(now).toSeconds());
    }

    private static List<FloorTotal> totals(List<Turn> turns, Instant now) {
        var each = new LinkedHashMap<String, List<Turn>>();
        turns.forEach(turn -> each.computeIfAbsent(turn.who().identity(), _ -> new ArrayList<>())
                .add(turn));
        return each.values().stream()
                .map(of -> total(of, now))
                .sorted((one, other) -> Long.compare(other.seconds, one.seconds))
                .toList();
    }

    private static FloorTotal total(List<Turn> turns, Instant now) {
        var who = turns.getLast().who();
        return new FloorTotal(
                who.identity(),
                who.name(),
                who.unit(),
                who.post(),
                (int) turns.stream().map(Turn::first).distinct().count(),
                turns.stream()
                        .map(turn -> turn.took(now))
                        .reduce(Duration.ZERO, Duration::plus)
                        .toSeconds());
    }
}
