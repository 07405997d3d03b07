package org.onmaru.server.hall.meeting;

import java.util.UUID;

/// Identifies one sitting. Also the room's name at the SFU and the programme's id.
public record MeetingId(UUID value) {}
