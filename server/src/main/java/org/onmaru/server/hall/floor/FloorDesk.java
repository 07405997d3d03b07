package org.onmaru.server.hall.floor;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.city.audit.Audit;
import org.onmaru.server.city.audit.Subject;
import org.onmaru.server.city.directory.Directory;
import org.onmaru.server.city.directory.Post;
import org.onmaru.server.city.directory.Posts;
import org.onmaru.server.hall.agenda.AgendaChanged;
import org.onmaru.server.hall.agenda.Agendas;
import org.onmaru.server.hall.agenda.CurrentItem;
import org.onmaru.server.hall.agenda.ItemTurned;
import org.onmaru.server.hall.meeting.MeetingChanged;
import org.onmaru.server.hall.meeting.MeetingId;
import org.onmaru.server.hall.meeting.MeetingState;
import org.onmaru.server.hall.meeting.MeetingView;
import org.onmaru.server.hall.meeting.Meetings;
import org.onmaru.server.problem.Problem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Where hands go up and the floor goes round. Permissions were checked by the caller; changes of one floor queue, and
/// whoever presses says which turn they saw.
@Service
class FloorDesk {

    private static final int MOST_HANDS = 500;

    private final FloorStore store;
    private final RoomPeople people;
    private final Meetings meetings;
    private final Agendas agendas;
    private final Directory directory;
    private final Posts posts;
    private final Audit audit;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    FloorDesk(
            FloorStore store,
            RoomPeople people,
            Meetings meetings,
            Agendas agendas,
            Directory directory,
            Posts posts,
            Audit audit,
            Clock clock,
            ApplicationEventPublisher events) {
        this.store = store;
        this.people = people;
        this.meetings = meetings;
        this.agendas = agendas;
        this.directory = directory;
        this.posts = posts;
        this.audit = audit;
        this.clock = clock;
        this.events = events;
    }

    /// Raises the hand of somebody who is in the room.
    @Transactional
    public Floor raise(MeetingView meeting, String identity) {
        var before = store.hold(meeting.id());
        requireLive(meeting);
        var after = before.raised(present(meeting.id(), identity), now());
        if (after.hands().size() > MOST_HANDS) {
            throw Problem.conflict("floor-full", "손든 사람이 너무 많습니다.", "Too many hands are up.");
        }
        return keep("floor.hand-raised", before, after);
    }

    /// Lowers a hand; nothing happens when it is not up.
    @Transactional
    public Floor lower(MeetingView meeting, String identity) {
        var before = store.hold(meeting.id());
        return keep("floor.hand-lowered", before, before.lowered(identity));
    }

    /// Calls who asked first. Nothing happens when the floor is elsewhere by now.
    ///
    /// @param seen the turn that lasted when it was pressed; null when none did
    /// @param minutes allotted; null for no limit
    @Transactional
    public Floor next(MeetingView meeting, @Nullable Integer seen, @Nullable Integer minutes) {
        var before = store.hold(meeting.id());
        requireInSession(meeting);
        if (!before.isAsSeen(seen)) {
            return before;
        }
        var who = before.next(here(meeting.id()))
                .orElseThrow(() -> Problem.conflict("floor-nobody-asks", "손든 사람이 없습니다.", "Nobody has raised a hand."));
        return keep("floor.given", before, before.given(who, about(meeting.id()), minutes, now()));
    }

    /// Gives the floor to somebody in the room.
    @Transactional
    public Floor give(MeetingView meeting, String identity, @Nullable Integer seen, @Nullable Integer minutes) {
        var before = asSeen(meeting, seen);
        var who = present(meeting.id(), identity);
        return keep("floor.given", before, before.given(who, about(meeting.id()), minutes, now()));
    }

    /// Lets somebody in the room ask in between; who speaks gets the floor back.
    @Transactional
    public Floor ask(MeetingView meeting, String identity, @Nullable Integer seen) {
        var before = asSeen(meeting, seen);
        if (before.speaking().isEmpty()) {
            throw Problem.conflict(
                    "floor-nobody-speaks",
                    "지금 발언하는 사람이 없습니다. 발언권을 주십시오.",
                    "Nobody has the floor. Give it to them instead.");
        }
        var who = present(meeting.id(), identity);
        return keep("floor.question", before, before.asked(who, about(meeting.id()), null, now()));
    }

    /// Ends a turn; nothing happens when it is over already. A question gives the floor back.
    @Transactional
    public Floor end(MeetingView meeting, int number) {
        var before = store.hold(meeting.id());
        if (!before.isAsSeen(number)) {
            return before;
        }
        return keep("floor.ended", before, before.returned(now(), here(meeting.id())));
    }

    /// Some have not been in the room for a while.
    ///
    /// @param since when each was missed first, by identity
    @Transactional
    public void leave(MeetingId meeting, Map<String, Instant> since) {
        var before = store.hold(meeting);
        var after = before;
        for (var one : since.entrySet()) {
            after = after.left(
                    one.getKey(),
                    one.getValue().truncatedTo(ChronoUnit.MICROS),
                    identity -> !since.containsKey(identity));
        }
        keep("floor.left", before, after);
    }

    /// With the item its presenter has the floor, if they are here; what was said before it is over.
    @EventListener
    @Transactional
    public void follow(ItemTurned turned) {
        var before = store.hold(turned.meeting());
        var item = turned.item();
        var presenter = item == null ? null : presenter(turned.meeting(), item).orElse(null);
        if (item == null || presenter == null) {
            keep("floor.ended", before, before.ended(now()));
        } else {
            var over = before.ended(now());
            var about = new Floor.About(item.key(), item.open());
            keep("floor.given", before, over.given(presenter, about, item.minutes(), now()));
        }
    }

    @EventListener
    @Transactional
    public void follow(AgendaChanged changed) {
        var item = changed.current();
        if (item != null && !item.open()) {
            var before = store.hold(changed.meeting());
            keep("floor.internal", before, before.internal(item.key()));
        }
    }

    @EventListener
    @Transactional
    public void follow(MeetingChanged changed) {
        var meeting = changed.meeting();
        if (meeting.state() == MeetingState.ADJOURNED || meeting.state() == MeetingState.CANCELLED) {
            var before = store.hold(meeting.id());
            keep("floor.ended", before, before.closed(now()));
        }
    }

    private Optional<Plate> presenter(MeetingId id, CurrentItem item) {
        var there = people.in(id).orElse(List.of());
        return meetings.find(id).flatMap(meeting -> Presenters.of(item.unit(), postsOf(item.unit(), meeting), there));
    }

    private List<String> postsOf(String unit, MeetingView meeting) {
        var ids = directory.unitsOn(meeting.date()).stream()
                .filter(one -> one.name().equals(unit))
                .map(one -> one.id())
                .collect(Collectors.toSet());
        return posts.postsOn(meeting.date()).stream()
                .filter(post -> ids.contains(post.unit()))
                .sorted(Comparator.comparing((Post post) -> !post.head()).thenComparingInt(Post::seat))
                .map(Post::name)
                .toList();
    }

    private Floor asSeen(MeetingView meeting, @Nullable Integer seen) {
        var before = store.hold(meeting.id());
        requireInSession(meeting);
        if (!before.isAsSeen(seen)) {
            throw Problem.conflict(
                    "floor-moved", "그사이에 발언자가 바뀌었습니다. 다시 확인해 주세요.", "The floor has gone to somebody else meanwhile.");
        }
        return before;
    }

    private Floor keep(String action, Floor before, Floor after) {
        if (after.equals(before)) {
            return before;
        }
        store.save(before, after);
        audit.changed(action, Subject.of("meeting", after.meeting().value()), told(before, after), told(after, before));
        events.publishEvent(new FloorChanged(after, over(after) > over(before)));
        return after;
    }

    private static long over(Floor floor) {
        return floor.turns().stream().filter(turn -> !turn.lasts()).count();
    }

    /// What one has and the other has not: for the audit.
    ///
    /// @param speaking who has the floor; null when nobody
    private record Told(@Nullable Turn speaking, List<String> hands) {}

    private static @Nullable Told told(Floor floor, Floor other) {
        var turn = floor.speaking()
                .filter(one -> !other.speaking().equals(Optional.of(one)))
                .orElse(null);
        var hands = floor.hands().stream()
                .filter(hand -> !other.hands().contains(hand))
                .map(hand -> hand.who().label())
                .toList();
        return turn == null && hands.isEmpty() ? null : new Told(turn, hands);
    }

    private Floor.About about(MeetingId meeting) {
        return agendas.current(meeting)
                .map(item -> new Floor.About(item.key(), item.open()))
                .orElseGet(() -> new Floor.About(null, true));
    }

    private Predicate<String> here(MeetingId meeting) {
        var there = people.in(meeting).orElse(List.of()).stream()
                .map(Plate::identity)
                .collect(Collectors.toSet());
        return there::contains;
    }

    private Plate present(MeetingId meeting, String identity) {
        return people.in(meeting).orElse(List.of()).stream()
                .filter(one -> one.identity().equals(identity))
                .findFirst()
                .orElseThrow(() -> Problem.conflict(
                        "floor-not-here", "회의실에 있는 사람만 발언할 수 있습니다.", "Only those in the room can have the floor."));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static void requireLive(MeetingView meeting) {
        if (meeting.state() != MeetingState.OPEN) {
            requireInSession(meeting);
        }
    }

    private static void requireInSession(MeetingView meeting) {
        if (meeting.state() != MeetingState.IN_SESSION) {
            throw Problem.conflict(
                    "not-in-session",
                    "회의를 시작한 뒤에 발언권을 줄 수 있습니다.",
                    "The floor is given once the meeting is in session.");
        }
    }
}
