package org.onmaru.server.open.citizen;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.onmaru.server.open.calendar.SeriesNames;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// The series that meet for citizens, for pages before the application runs.
@Component
final class KnownSeries {

    private final LastKnown<List<SeriesNames.Name>> known;

    KnownSeries(SeriesNames names, Clock clock) {
        this.known = new LastKnown<>("series", names::today, clock);
    }

    @EventListener(ApplicationReadyEvent.class)
    void learn() {
        known.learn();
    }

    /// Empty when there are several, none, or it was never known.
    Optional<UUID> only() {
        return known.get()
                .filter(names -> names.size() == 1)
                .map(names -> names.getFirst().id());
    }

    /// Empty when it is not known.
    Optional<String> name(UUID id) {
        return known.get().orElse(List.of()).stream()
                .filter(name -> name.id().equals(id))
                .map(SeriesNames.Name::name)
                .findFirst();
    }
}
