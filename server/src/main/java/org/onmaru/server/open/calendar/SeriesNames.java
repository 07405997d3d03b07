package org.onmaru.server.open.calendar;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// What citizens call the series that meet for them.
@Component
public class SeriesNames {

    private final MeetingCalendar calendar;
    private final Clock clock;

    SeriesNames(MeetingCalendar calendar, Clock clock) {
        this.calendar = calendar;
        this.clock = clock;
    }

    /// A series as it is called today.
    public record Name(UUID id, String name) {}

    public List<Name> today() {
        var today = LocalDate.now(clock);
        return calendar.all().stream()
                .map(one ->
                        new Name(one.series().id().value(), one.on(today).plan().name()))
                .toList();
    }
}
