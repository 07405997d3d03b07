package org.onmaru.server.onair.broadcast;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.hall.meeting.MeetingView;
import org.springframework.stereotype.Component;

/// Meetings that had a programme since this server started, as last seen.
@Component
class KnownMeetings {

    private final Map<UUID, MeetingView> known = new ConcurrentHashMap<>();

    void add(MeetingView meeting) {
        known.put(meeting.id().value(), meeting);
    }

    @Nullable
    MeetingView find(UUID id) {
        return known.get(id);
    }
}
