package org.onmaru.server.onair.room;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.onmaru.server.city.directory.NamesChanged;
import org.onmaru.server.city.identity.InvitationRevoked;
import org.onmaru.server.city.identity.PeopleChanged;
import org.onmaru.server.city.identity.PersonDisabled;
import org.onmaru.server.hall.meeting.MeetingChanged;
import org.onmaru.server.hall.meeting.MeetingId;
import org.onmaru.server.hall.meeting.MeetingState;
import org.onmaru.server.hall.meeting.MeetingView;
import org.onmaru.server.hall.meeting.Meetings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/// Keeps the list of participants equal to the SFU's.
///
/// The SFU's reports only say *look now*: they can be lost, so the list itself always comes from asking. Rooms of
/// meetings that are over are closed here too, and whoever may not be there any more is sent out, which makes
/// adjournment and a revoked invitation survive a crash of the server in between.
@Component
public class RoomWatch {

    private static final Logger log = LoggerFactory.getLogger(RoomWatch.class);

    private final Meetings meetings;
    private final RoomEngine engine;
    private final Standing standing;
    private final Places places;
    private final Presence presence;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final RoomSettings settings;
    private final Map<MeetingId, List<Participant>> known = new ConcurrentHashMap<>();
    /// Whose plate was compared with what they are since it could last have changed.
    private final Map<MeetingId, Set<String>> placed = new ConcurrentHashMap<>();
    private volatile LocalDate placedOn = LocalDate.MIN;
    private final Set<MeetingId> asked = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("room-watch").daemon(true).factory());

    RoomWatch(
            Meetings meetings,
            RoomEngine engine,
            Standing standing,
            Places places,
            Presence presence,
            Clock clock,
            ApplicationEventPublisher events,
            RoomSettings settings) {
        this.meetings = meetings;
        this.engine = engine;
        this.standing = standing;
        this.places = places;
        this.presence = presence;
        this.clock = clock;
        this.events = events;
        this.settings = settings;
    }

    /// As last reconciled; empty when nobody is there.
    List<Participant> participants(MeetingId meeting) {
        return known.getOrDefault(meeting, List.of());
    }

    /// Something happened in this room: look soon. Many calls before the look are one look.
    public void look(String room) {
        meetingOf(room)
                .filter(asked::add)
                .ifPresent(meeting -> run(() -> {
                    asked.remove(meeting);
                    meetings.find(meeting).filter(RoomWatch::live).ifPresent(this::refresh);
                }));
    }

    /// Look at everything now, e.g. because the SFU came back.
    void lookAtAll() {
        run(this::reconcile);
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        long every = settings.pollInterval().toMillis();
        Future<?> _ = worker.scheduleWithFixedDelay(() -> guarded(this::reconcile), 0, every, TimeUnit.MILLISECONDS);
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(MeetingChanged change) {
        lookAtAll();
        if (!live(change.meeting())) {
            run(() -> presence.forget(change.meeting().id()));
        }
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(PersonDisabled event) {
        lookAtAll();
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(InvitationRevoked event) {
        lookAtAll();
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(PeopleChanged event) {
        placeAgain();
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(NamesChanged event) {
        placeAgain();
    }

    private void placeAgain() {
        run(placed::clear);
        lookAtAll();
    }

    @PreDestroy
    void stop() {
        worker.shutdownNow();
    }

    private void run(Runnable task) {
        try {
            worker.execute(() -> guarded(task));
        } catch (RejectedExecutionException e) {
            log.debug("not looking: the server stops");
        }
    }

    private static void guarded(Runnable task) {
        try {
            task.run();
        } catch (RoomUnavailable e) {
            log.debug("rooms not reconciled: {}", e.getMessage());
        } catch (DataAccessException e) {
            log.warn("rooms not reconciled, the database does not answer: {}", e.getMessage());
        } catch (RuntimeException e) {
            log.error("rooms not reconciled", e);
        }
    }

    private void reconcile() {
        Map<MeetingId, MeetingView> live = new HashMap<>();
        meetings.live().forEach(meeting -> live.put(meeting.id(), meeting));
        known.keySet().stream().filter(id -> !live.containsKey(id)).forEach(id -> publish(id, List.of()));
        Set<String> rooms = engine.rooms();
        placed.keySet().retainAll(live.keySet());
        live.forEach((id, meeting) -> {
            if (rooms.contains(id.value().toString())) {
                refresh(meeting);
            } else {
                publish(id, List.of());
                presence.saw(id, false);
            }
        });
        rooms.forEach(room -> meetingOf(room)
                .filter(id -> !live.containsKey(id))
                .flatMap(meetings::find)
                .filter(meeting -> !live(meeting))
                .ifPresent(meeting -> engine.close(room)));
    }

    /// Whoever may not be there any more is sent out: at once, and again should they have slipped in meanwhile. Whoever
    /// is something else than their plate says gets another.
    private void refresh(MeetingView meeting) {
        MeetingId id = meeting.id();
        String room = id.value().toString();
        List<Participant> there = engine.list(room);
        Set<String> lost =
                standing.lost(there.stream().map(Participant::identity).toList());
        lost.forEach(identity -> engine.remove(room, identity));
        List<Participant> left =
                there.stream().filter(one -> !lost.contains(one.identity())).toList();
        if (place(meeting, left)) {
            left = engine.list(room).stream()
                    .filter(one -> !lost.contains(one.identity()))
                    .toList();
        }
        publish(id, left);
        presence.saw(id, !left.isEmpty());
    }

    /// Returns whether anybody was moved.
    private boolean place(MeetingView meeting, List<Participant> there) {
        LocalDate today = LocalDate.now(clock);
        if (!today.equals(placedOn)) {
            placed.clear(); // acting for a post begins and ends with a day
            placedOn = today;
        }
        Set<String> known = placed.computeIfAbsent(meeting.id(), id -> ConcurrentHashMap.newKeySet());
        known.retainAll(there.stream().map(Participant::identity).collect(Collectors.toSet()));
        boolean moved = false;
        for (Participant one : there) {
            if (!known.contains(one.identity())) {
                Optional<Place> place = places.of(one.identity(), meeting).filter(is -> !is.isThatOf(one));
                place.ifPresent(is -> move(meeting.id().value().toString(), one.identity(), is));
                moved |= place.isPresent();
                known.add(one.identity());
            }
        }
        return moved;
    }

    private void move(String room, String identity, Place place) {
        if (place.mayJoin()) {
            engine.move(room, identity, place);
        } else {
            engine.remove(room, identity);
        }
    }

    private void publish(MeetingId meeting, List<Participant> now) {
        List<Participant> before = now.isEmpty() ? known.remove(meeting) : known.put(meeting, now);
        if (!now.equals(before == null ? List.of() : before)) {
            events.publishEvent(new ParticipantsChanged(meeting, now));
        }
    }

    static boolean live(MeetingView meeting) {
        return meeting.state() == MeetingState.OPEN || meeting.state() == MeetingState.IN_SESSION;
    }

    private static Optional<MeetingId> meetingOf(String room) {
        try {
            return Optional.of(new MeetingId(UUID.fromString(room)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
