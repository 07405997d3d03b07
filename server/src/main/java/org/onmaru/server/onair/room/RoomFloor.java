package org.onmaru.server.onair.room;

import java.util.List;
import java.util.Optional;
import org.onmaru.server.city.identity.Actor;
import org.onmaru.server.hall.floor.Plate;
import org.onmaru.server.hall.floor.RoomPeople;
import org.onmaru.server.hall.meeting.MeetingId;
import org.springframework.stereotype.Component;

/// Tells the floor who is in the room.
@Component
class RoomFloor implements RoomPeople {

    private final Rooms rooms;

    RoomFloor(Rooms rooms) {
        this.rooms = rooms;
    }

    @Override
    public Optional<List<Plate>> in(MeetingId meeting) {
        var there = rooms.participants(meeting);
        if (there.isEmpty() && rooms.emptySince(meeting).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(there.stream()
                .map(one -> new Plate(one.identity(), one.name(), one.unit(), one.post()))
                .toList());
    }

    @Override
    public Optional<String> identity(Actor actor) {
        return Admission.identity(actor);
    }
}
