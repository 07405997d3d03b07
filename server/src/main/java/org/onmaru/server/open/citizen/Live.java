package org.onmaru.server.open.citizen;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What citizens see of now.
///
/// @param meeting id of the meeting that is in session
/// @param hls path of the playlist; null while there is nothing to watch
/// @param next the next public meeting
/// @param serverTime when this was said
public record Live(
        State state,
        @Nullable String meeting,
        @Nullable String title,
        @Nullable String titleEn,
        @Nullable Integer ordinal,
        @Nullable LocalDate date,
        @Nullable String hls,
        @Nullable Instant startedAt,
        @Nullable Next next,
        Instant serverTime) {

    /// Whether there is something to watch.
    public enum State {
        /// The room is shown.
        @JsonProperty("on-air")
        ON_AIR,
        /// A meeting is in session, and the slate is shown.
        @JsonProperty("off-air")
        OFF_AIR,
        /// No meeting is in session.
        @JsonProperty("none")
        NONE
    }

    /// The meeting that comes next.
    public record Next(String title, String titleEn, Instant startsAt) {}
}
