package org.onmaru.server.hall.floor;

import java.util.Collection;
import java.util.Map;
import org.onmaru.server.hall.meeting.MeetingId;
import org.springframework.stereotype.Component;

/// The door to floors: who has them, and who had them when. Permissions are the caller's business.
@Component
public class Floors {

    private final FloorStore store;

    Floors(FloorStore store) {
        this.store = store;
    }

    public Floor of(MeetingId meeting) {
        return store.of(meeting);
    }

    /// Who has the floor of each of these; those in which nobody has it are not there.
    public Map<MeetingId, Turn> speaking(Collection<MeetingId> meetings) {
        return store.speaking(meetings);
    }
}
