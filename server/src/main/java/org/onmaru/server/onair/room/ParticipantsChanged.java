package org.onmaru.server.onair.room;

import java.util.List;
import org.onmaru.server.hall.meeting.MeetingId;

/// The people in a room, or what their devices do, changed.
public record ParticipantsChanged(MeetingId meeting, List<Participant> participants) {}
