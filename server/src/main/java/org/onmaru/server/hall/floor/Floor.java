package org.onmaru.server.hall.floor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.hall.meeting.MeetingId;

/// The floor of a meeting and its rules: at most one person has it, and whoever asked first is called first. Pure, so
/// every change answers with another floor, or with the same when there is nothing to change.
///
/// @param hands in the order in which they were raised
/// @param turns in the order in which they began; only the last may last still
public record Floor(MeetingId meeting, List<Hand> hands, List<Turn> turns) {

    public Floor {
        hands = List.copyOf(hands);
        turns = List.copyOf(turns);
    }

    /// What is talked about when somebody gets the floor.
    ///
    /// @param item key of the agenda item; null when none runs
    /// @param open whether citizens may know of it
    record About(@Nullable String item, boolean open) {}

    /// Who has the floor.
    public Optional<Turn> speaking() {
        return turns.isEmpty() ? Optional.empty() : Optional.of(turns.getLast()).filter(Turn::lasts);
    }

    /// Who gets it back when the question ends.
    public Optional<Turn> interrupted() {
        return speaking().map(Turn::interrupts).flatMap(this::turn);
    }

    public Optional<Turn> turn(int number) {
        return turns.stream().filter(turn -> turn.number() == number).findFirst();
    }

    /// What a turn took in its stretches before this one.
    Duration before(Turn stretch) {
        return turns.stream()
                .filter(turn -> turn.first() == stretch.first() && turn.number() < stretch.number())
                .map(turn -> turn.took(turn.from()))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /// Whether the floor is where somebody saw it: two who press at once do not do it twice.
    ///
    /// @param number of the turn they saw; null when nobody had the floor
    boolean isAsSeen(@Nullable Integer number) {
        return Objects.equals(speaking().map(Turn::number).orElse(null), number);
    }

    /// A hand that is up keeps its place; who has the floor, or gets it back, asks for nothing.
    Floor raised(Plate who, Instant at) {
        if (hand(who.identity()).isPresent() || hasOrAwaits(who.identity())) {
            return this;
        }
        var more = new ArrayList<>(hands);
        more.add(new Hand(who, at));
        return new Floor(meeting, more, turns);
    }

    Floor lowered(String identity) {
        return hand(identity).isEmpty()
                ? this
                : new Floor(
                        meeting,
                        hands.stream()
                                .filter(hand -> !hand.who().identity().equals(identity))
                                .toList(),
                        turns);
    }

    Optional<Hand> hand(String identity) {
        return hands.stream()
                .filter(hand -> hand.who().identity().equals(identity))
                .findFirst();
    }

    /// Who asked first, of those who are here.
    Optional<Plate> next(Predicate<String> here) {
        return hands.stream()
                .map(Hand::who)
                .filter(who -> here.test(who.identity()))
                .findFirst();
    }

    /// Gives the floor to somebody; whoever had it, or waited for it, has it no more. Who has it already keeps it, with
    /// the time that is allotted now.
    Floor given(Plate who, About about, @Nullable Integer minutes, Instant at) {
        var now = speaking().orElse(null);
        if (now != null && now.kind() == Turn.Kind.SPEECH && has(now, who)) {
            return minutes == null || minutes.equals(now.minutes()) ? this : last(turn -> turn.allotted(minutes));
        }
        return ended(at).lowered(who.identity()).begun(Turn.Kind.SPEECH, who, about, minutes, at, null, null);
    }

    /// Gives the floor to somebody who asks in between. Whoever speaks waits; a question to a question ends the first.
    Floor asked(Plate who, About about, @Nullable Integer minutes, Instant at) {
        var now = speaking().orElse(null);
        if (now == null || has(now, who)) {
            return this;
        }
        var waits = now.kind() == Turn.Kind.QUESTION ? interrupted().orElse(null) : now;
        if (waits != null && has(waits, who)) {
            return returned(at, _ -> true);
        }
        return ended(at)
                .lowered(who.identity())
                .begun(Turn.Kind.QUESTION, who, about, minutes, at, null, waits == null ? null : waits.number());
    }

    /// Ends the turn that lasts; whoever was interrupted by it goes on, if they are here.
    Floor returned(Instant at, Predicate<String> here) {
        var waited = interrupted().filter(turn -> here.test(turn.who().identity()));
        var over = ended(at);
        return waited.map(turn -> over.begun(
                        Turn.Kind.SPEECH,
                        turn.who(),
                        new About(turn.item(), turn.open()),
                        turn.minutes(),
                        at,
                        turn.first(),
                        null))
                .orElse(over);
    }

    /// Nobody has the floor, and nobody gets it back.
    Floor ended(Instant at) {
        return speaking().isEmpty() ? this : last(turn -> turn.ended(at));
    }

    /// The meeting is over.
    Floor closed(Instant at) {
        var over = ended(at);
        return over.hands.isEmpty() ? over : new Floor(meeting, List.of(), over.turns);
    }

    /// Somebody is not in the room any more.
    ///
    /// @param since when they left
    Floor left(String identity, Instant since, Predicate<String> here) {
        var without = lowered(identity);
        if (without.speaking()
                .filter(turn -> turn.who().identity().equals(identity))
                .isPresent()) {
            return without.returned(since, here);
        }
        return without.interrupted()
                        .filter(turn -> turn.who().identity().equals(identity))
                        .isPresent()
                ? without.last(Turn::awaitedByNobody)
                : without;
    }

    /// The item that is talked about became internal.
    Floor internal(String item) {
        return speaking()
                        .filter(turn -> turn.open() && item.equals(turn.item()))
                        .isPresent()
                ? last(Turn::internal)
                : this;
    }

    private boolean hasOrAwaits(String identity) {
        return speaking().filter(turn -> turn.who().identity().equals(identity)).isPresent()
                || interrupted()
                        .filter(turn -> turn.who().identity().equals(identity))
                        .isPresent();
    }

    private static boolean has(Turn turn, Plate who) {
        return turn.who().identity().equals(who.identity());
    }

    private Floor last(UnaryOperator<Turn> change) {
        var changed = new ArrayList<>(turns);
        changed.add(change.apply(changed.removeLast()));
        return new Floor(meeting, hands, changed);
    }

    private Floor begun(
            Turn.Kind kind,
            Plate who,
            About about,
            @Nullable Integer minutes,
            Instant at,
            @Nullable Integer first,
            @Nullable Integer interrupts) {
        int number = turns.isEmpty() ? 1 : turns.getLast().number() + 1;
        var more = new ArrayList<>(turns);
        more.add(new Turn(
                number,
                first == null ? number : first,
                kind,
                who,
                about.item(),
                about.open(),
                minutes,
                at,
                null,
                interrupts));
        return new Floor(meeting, hands, more);
    }
}
