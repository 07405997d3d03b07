package org.onmaru.bench.rehearse;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the server opened for simulated attendees.
///
/// @param meetingId also the room's name
/// @param rehearsal true for a private rehearsal, false for a real meeting that is joined
/// @param sfu the SFU's signalling address
/// @param hls path of the programme when there is one already
public record Rehearsal(
        String meetingId,
        boolean rehearsal,
        String sfu,
        @Nullable String hls,
        List<Seat> attendees,
        Observer observer) {

    /// One simulated attendee's place.
    public record Seat(
            String identity, String name, @Nullable String unit, String token) {

        /// What the table calls it.
        public String title() {
            return unit == null || unit.isBlank() ? name : unit;
        }
    }

    /// The seat of the hidden observer.
    public record Observer(String identity, String token) {}
}
