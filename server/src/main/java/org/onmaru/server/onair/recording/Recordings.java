package org.onmaru.server.onair.recording;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.onmaru.server.hall.meeting.MeetingId;

/// The door to recordings.
public interface Recordings {

    /// The finished recordings of these meetings; meetings without one are missing.
    Map<MeetingId, Recording> of(Collection<MeetingId> meetings);

    /// Those of these meetings that were recorded but have no finished recording yet: it is still being made of its
    /// pieces, however often that has to be tried.
    Set<MeetingId> preparing(Collection<MeetingId> meetings);

    /// Which moments these recordings show; those of which that is not known are missing.
    Map<MeetingId, Stretches> stretches(Collection<MeetingId> meetings);
}
