package org.onmaru.server.onair.recording;

import java.time.Instant;
import org.onmaru.server.hall.meeting.MeetingId;

/// The finished recording of a meeting's programme.
///
/// @param file relative to the programme's directory
public record Recording(
        MeetingId meeting, String file, long durationMs, long bytes, boolean rehearsal, Instant finishedAt) {

    /// Where it is served.
    public String url() {
        return "/recordings/" + meeting.value() + ".mp4";
    }
}
