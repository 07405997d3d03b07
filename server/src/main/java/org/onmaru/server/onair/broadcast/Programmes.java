package org.onmaru.server.onair.broadcast;

import org.onmaru.server.hall.meeting.MeetingId;

/// The door to what is broadcast.
public interface Programmes {

    /// How the programme of this meeting goes now; [Programme.State#NONE] when there is none.
    Programme of(MeetingId meeting);
}
