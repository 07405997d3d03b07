package org.onmaru.server.onair.broadcast;

import java.time.Instant;
import java.util.Optional;
import org.onmaru.server.hall.meeting.MeetingState;
import org.onmaru.server.hall.meeting.MeetingView;
import org.onmaru.server.hall.meeting.Meetings;
import org.onmaru.server.onair.room.Rooms;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// A meeting that everybody left without adjourning it goes off air by itself, and is adjourned in the end: nobody may
/// broadcast and record an empty room for ever. The meeting says what is due; any number of servers may ask.
@Component
class EmptyRooms {

    private static final Logger log = LoggerFactory.getLogger(EmptyRooms.class);

    private final Meetings meetings;
    private final Rooms rooms;
    private final LiveProgrammes programmes;
    private final Wishes wishes;

    EmptyRooms(Meetings meetings, Rooms rooms, LiveProgrammes programmes, Wishes wishes) {
        this.meetings = meetings;
        this.rooms = rooms;
        this.programmes = programmes;
        this.wishes = wishes;
    }

    @Scheduled(initialDelayString = "PT5S", fixedDelayString = "PT5S")
    void tick() {
        try {
            meetings.live().stream()
                    .filter(meeting -> meeting.state() == MeetingState.IN_SESSION)
                    .forEach(this::settle);
        } catch (DataAccessException | TransactionException e) {
            log.warn("empty rooms are not looked at, the database does not answer: {}", e.getMessage());
        }
    }

    private void settle(MeetingView meeting) {
        Optional<Instant> empty = rooms.emptySince(meeting.id());
        if (empty.isEmpty()) {
            return;
        }
        // Whoever goes on air is there, wherever they sit.
        Instant since =
                wishes.lastOnAir(meeting.id()).filter(empty.get()::isBefore).orElse(empty.get());
        switch (meetings.whenEmpty(meeting.id(), since)) {
            case NOTHING -> {}
            case OFF_AIR -> programmes.leaveEmpty(meeting, since);
            case OVER -> {
                programmes.leaveEmpty(meeting, since);
                meetings.adjournEmpty(meeting.id(), since);
            }
        }
    }
}
