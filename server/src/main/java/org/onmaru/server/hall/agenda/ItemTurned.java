package org.onmaru.server.hall.agenda;

import org.jspecify.annotations.Nullable;
import org.onmaru.server.hall.meeting.MeetingId;

/// Another item is being talked about, or none any more. Told within the transaction that does it.
///
/// @param item what began; null when the one that ran ended
public record ItemTurned(MeetingId meeting, @Nullable CurrentItem item) {}
