package org.onmaru.server.open.citizen;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.hall.meeting.MeetingView;
import org.onmaru.server.onair.recording.Recording;
import org.onmaru.server.onair.recording.Stretches;

/// A meeting as everybody may see it.
///
/// @param preparing true when it was recorded and the recording is still being made ready
public record PublicMeeting(
        UUID id,
        String title,
        String titleEn,
        @Nullable Integer ordinal,
        LocalDate date,
        Instant startsAt,
        @Nullable Instant startedAt,
        @Nullable Instant adjournedAt,
        @Nullable Playback recording,
        boolean preparing) {

    /// What can be played again.
    ///
    /// @param url path on this server
    /// @param stretches which moments it shows, one after each interruption; none when that is not known
    public record Playback(String url, long durationMs, long bytes, List<Stretches.Stretch> stretches) {}

    static PublicMeeting of(
            MeetingView meeting, @Nullable Recording recording, @Nullable Stretches stretches, boolean preparing) {
        return new PublicMeeting(
                meeting.id().value(),
                meeting.title(),
                meeting.titleEn(),
                meeting.ordinal(),
                meeting.date(),
                meeting.startsAt(),
                meeting.startedAt(),
                meeting.adjournedAt(),
                recording == null
                        ? null
                        : new Playback(
                                recording.url(),
                                recording.durationMs(),
                                recording.bytes(),
                                stretches == null ? List.of() : stretches.all()),
                preparing);
    }
}
