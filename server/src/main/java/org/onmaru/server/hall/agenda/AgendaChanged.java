package org.onmaru.server.hall.agenda;

import org.jspecify.annotations.Nullable;
import org.onmaru.server.hall.meeting.MeetingId;

/// Items of a meeting came, went, moved, began or ended. Told within the transaction that does it.
///
/// @param current what is being talked about now; null when no item runs
public record AgendaChanged(MeetingId meeting, @Nullable CurrentItem current) {}
