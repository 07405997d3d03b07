package org.onmaru.server.hall.meeting;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.city.identity.Scope;
import org.onmaru.server.hall.series.SeriesId;

/// A meeting as other modules see it.
///
/// @param title the series' name on that day
/// @param ordinal stored 제N회; null for rehearsals and until the meeting opens
/// @param startsAt when it is due
/// @param minutes how long it is planned to take
/// @param rehearsal true when it leaves no public trace
/// @param broadcast whether it is meant for citizens; one that is not leaves no public trace either
/// @param adjournedEmpty true when nobody adjourned it, but its room stayed empty
public record MeetingView(
        MeetingId id,
        SeriesId series,
        String title,
        String titleEn,
        @Nullable Integer ordinal,
        LocalDate date,
        Instant startsAt,
        int minutes,
        MeetingState state,
        boolean rehearsal,
        boolean broadcast,
        @Nullable Instant startedAt,
        @Nullable Instant adjournedAt,
        boolean adjournedEmpty) {

    /// Whether citizens may know of it.
    public boolean isPublic() {
        return broadcast && !rehearsal;
    }

    /// Where permissions for this meeting are asked.
    public Scope scope() {
        return Scope.meeting(series.value(), id.value());
    }
}
