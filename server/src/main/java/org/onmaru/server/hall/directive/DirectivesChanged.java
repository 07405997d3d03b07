package org.onmaru.server.hall.directive;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.hall.meeting.MeetingId;
import org.onmaru.server.hall.meeting.MeetingView;
import org.onmaru.server.hall.series.SeriesId;

/// A directive or a need changed.
///
/// @param day of the meeting in which it was given, or on which it was asked for
/// @param rehearsal the only meeting that may know of it; null when all of the series may
public record DirectivesChanged(
        SeriesId series, LocalDate day, @Nullable MeetingId rehearsal, Instant at) {

    /// Whether people in that meeting are told.
    public boolean concerns(MeetingView meeting) {
        return rehearsal == null
                ? meeting.series().equals(series) && !meeting.rehearsal()
                : meeting.id().equals(rehearsal);
    }
}
