package org.onmaru.server.onair.attendance;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import org.onmaru.server.hall.meeting.MeetingChanged;
import org.onmaru.server.hall.meeting.MeetingId;
import org.onmaru.server.hall.meeting.MeetingState;
import org.onmaru.server.hall.meeting.MeetingView;
import org.onmaru.server.hall.meeting.Meetings;
import org.onmaru.server.hall.minutes.MinutesChanged;
import org.onmaru.server.onair.room.Participant;
import org.onmaru.server.onair.room.ParticipantsChanged;
import org.onmaru.server.onair.room.Rooms;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/// Keeps the stays equal to who is in the rooms. Events say when to look; a look every few seconds finds what was lost,
/// e.g. who left while the server was down.
@Component
class AttendanceBook {

    private static final Logger log = LoggerFactory.getLogger(AttendanceBook.class);

    private final Meetings meetings;
    private final Rooms rooms;
    private final AttendanceStore store;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    AttendanceBook(
            Meetings meetings,
            Rooms rooms,
            AttendanceStore store,
            TransactionTemplate transaction,
            Clock clock,
            ApplicationEventPublisher events) {
        this.meetings = meetings;
        this.rooms = rooms;
        this.store = store;
        this.transaction = transaction;
        this.clock = clock;
        this.events = events;
    }

    @EventListener
    void on(ParticipantsChanged changed) {
        guarded(() -> reconcile(changed.meeting(), changed.participants()));
    }

    /// Nobody stays in a meeting that is over.
    @EventListener
    void on(MeetingChanged changed) {
        var meeting = changed.meeting();
        if (meeting.state() == MeetingState.ADJOURNED || meeting.state() == MeetingState.CANCELLED) {
            transaction.executeWithoutResult(_ -> {
                store.hold(meeting.id());
                var now = clock.instant();
                store.open(meeting.id()).forEach(stay -> store.end(meeting.id(), stay, now));
            });
        }
    }

    @Scheduled(initialDelayString = "PT10S", fixedDelayString = "PT10S")
    void look() {
        guarded(() -> meetings.live().stream().map(MeetingView::id).forEach(id -> {
            var there = rooms.participants(id);
            if (!there.isEmpty() || rooms.emptySince(id).isPresent()) {
                reconcile(id, there);
            }
        }));
    }

    private void reconcile(MeetingId meeting, List<Participant> there) {
        transaction.executeWithoutResult(_ -> {
            store.hold(meeting);
            if (meetings.find(meeting).filter(AttendanceBook::isLive).isEmpty()) {
                return; // adjournment has ended every stay, and a late report begins none
            }
            var now = clock.instant();
            var known = new HashSet<String>();
            for (var stay : store.open(meeting)) {
                var still = there.stream().filter(stay::isOf).findFirst();
                if (still.isPresent()) {
                    known.add(stay.identity());
                } else {
                    store.end(meeting, stay, now);
                }
            }
            var came = there.stream()
                    .filter(participant -> !known.contains(participant.identity()))
                    .toList();
            came.forEach(
                    participant -> store.begin(meeting, Stay.begun(participant, joined(meeting, participant, now))));
            if (!came.isEmpty()) {
                events.publishEvent(new MinutesChanged(meeting));
            }
        });
    }

    /// When they joined, by the SFU; when their plate changed since, now.
    private Instant joined(MeetingId meeting, Participant participant, Instant now) {
        boolean wasThere = store.of(meeting).stream()
                .anyMatch(stay -> stay.identity().equals(participant.identity())
                        && !stay.joined().isBefore(participant.joinedAt()));
        return wasThere || participant.joinedAt().isAfter(now) ? now : participant.joinedAt();
    }

    private static boolean isLive(MeetingView meeting) {
        return meeting.state() == MeetingState.OPEN || meeting.state() == MeetingState.IN_SESSION;
    }

    private static void guarded(Runnable task) {
        try {
            task.run();
        } catch (DataAccessException | TransactionException e) {
            log.warn("attendance is not kept, the database does not answer: {}", e.getMessage());
        }
    }
}
