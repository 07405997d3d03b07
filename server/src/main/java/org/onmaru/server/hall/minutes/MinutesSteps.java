package org.onmaru.server.hall.minutes;

import org.jspecify.annotations.Nullable;
import org.onmaru.server.city.audit.Audit;
import org.onmaru.server.city.audit.Subject;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Keeps a step that minutes took, and tells everybody who watches: in the database, in the audit, as an event.
@Component
class MinutesSteps {

    private final MinutesStore store;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    MinutesSteps(MinutesStore store, Audit audit, ApplicationEventPublisher events) {
        this.store = store;
        this.audit = audit;
        this.events = events;
    }

    /// What the audit keeps of minutes; what they say is in the version that is signed.
    private record Standing(
            MinutesPhase phase,
            int version,
            String reason,
            @Nullable String sha256) {

        static Standing of(Minutes minutes) {
            var sealed = minutes.sealed();
            return new Standing(
                    minutes.phase(), minutes.number(), minutes.reason(), sealed == null ? null : sealed.sha256());
        }
    }

    void take(String action, Minutes before, Minutes after) {
        audit.changed(action, subject(after), Standing.of(before), Standing.of(after));
        keep(after);
    }

    /// What is no step, but told: its words stand elsewhere.
    void keep(Minutes after) {
        store.update(after);
        events.publishEvent(new MinutesChanged(after.meeting()));
    }

    static Subject subject(Minutes minutes) {
        return Subject.of("minutes", minutes.meeting().value());
    }
}
