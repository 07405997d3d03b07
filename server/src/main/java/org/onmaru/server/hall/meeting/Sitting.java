package org.onmaru.server.hall.meeting;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.hall.series.Phase;
import org.onmaru.server.hall.series.Series;

/// Makes the meeting of a series on one day, at an hour of the city's clock, named by the phase of that day.
final class Sitting {

    private Sitting() {}

    static Meeting of(
            Series series,
            Phase phase,
            LocalDate date,
            LocalTime at,
            @Nullable Integer number,
            boolean automatic,
            boolean rehearsal,
            ZoneId zone) {
        var startsAt = date.atTime(at).atZone(zone).toInstant();
        return new Meeting(
                new MeetingId(UUID.randomUUID()),
                series.id(),
                phase.name(),
                phase.nameEn(),
                date,
                number,
                automatic,
                startsAt,
                startsAt.minus(Duration.ofMinutes(series.opensMinutesBefore())),
                series.minutes(),
                MeetingState.SCHEDULED,
                rehearsal,
                phase.plan().broadcast(),
                null,
                null,
                null,
                null,
                null,
                false);
    }
}
