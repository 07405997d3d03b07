package org.onmaru.server.hall.floor;

import java.util.List;
import java.util.Optional;
import org.onmaru.server.city.identity.Actor;
import org.onmaru.server.hall.meeting.MeetingId;

/// Who is in a meeting's room now. Declared here and answered by whoever keeps the room.
public interface RoomPeople {

    /// In seat order; empty when this server does not know, e.g. because it has just begun.
    Optional<List<Plate>> in(MeetingId meeting);

    /// What the room calls them; empty for those who never enter one.
    Optional<String> identity(Actor actor);
}
