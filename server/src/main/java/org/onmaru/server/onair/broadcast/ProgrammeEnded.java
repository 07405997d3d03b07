package org.onmaru.server.onair.broadcast;

import org.jspecify.annotations.Nullable;
import org.onmaru.server.hall.meeting.MeetingId;

/// The programme of a meeting is over and its studio gone.
///
/// @param recording what the studio left; null when it could not say, so that somebody has to look
public record ProgrammeEnded(MeetingId meeting, @Nullable Finished recording) {

    /// A finished recording.
    ///
    /// @param file relative to the programme's directory; empty when nothing was recorded
    public record Finished(String file, long durationMs, long bytes) {}
}
