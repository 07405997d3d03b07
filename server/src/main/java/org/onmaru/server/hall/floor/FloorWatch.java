package org.onmaru.server.hall.floor;

import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.onmaru.server.hall.meeting.MeetingId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// Sees to it that nobody who left keeps the floor or a raised hand.
@Component
class FloorWatch {

    private static final Logger log = LoggerFactory.getLogger(FloorWatch.class);

    private final FloorStore store;
    private final FloorDesk desk;
    private final RoomPeople people;
    private final Clock clock;
    private final Absences absences = new Absences();

    FloorWatch(FloorStore store, FloorDesk desk, RoomPeople people, Clock clock) {
        this.store = store;
        this.desk = desk;
        this.people = people;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT5S", fixedDelayString = "PT5S")
    synchronized void look() {
        try {
            var astir = store.astir();
            absences.forgetOthers(astir);
            astir.forEach(meeting -> people.in(meeting).ifPresent(here -> look(meeting, here)));
        } catch (DataAccessException | TransactionException e) {
            log.warn("who left is not known, the database does not answer: {}", e.getMessage());
        }
    }

    private void look(MeetingId meeting, List<Plate> here) {
        var floor = store.of(meeting);
        var concerned = Stream.concat(
                        floor.hands().stream().map(Hand::who),
                        Stream.of(floor.speaking(), floor.interrupted()).flatMap(turn -> turn.map(Turn::who).stream()))
                .map(Plate::identity)
                .collect(Collectors.toSet());
        var there = here.stream().map(Plate::identity).collect(Collectors.toSet());
        var gone = absences.gone(meeting, concerned, there, clock.instant());
        if (!gone.isEmpty()) {
            desk.leave(meeting, gone);
        }
    }
}
