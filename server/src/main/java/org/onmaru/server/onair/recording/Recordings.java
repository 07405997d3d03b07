package org.onmaru.server.onair.recording;

import java.util.Collection;
import java.util.Map;
import org.onmaru.server.hall.meeting.MeetingId;

/// The door to recordings.
public interface Recordings {

    /// The finished recordings of these meetings; meetings without one are missing.
    Map<MeetingId, Recording> of(Collection<MeetingId> meetings);
}
