package org.onmaru.server.hall.minutes.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.onmaru.server.city.audit.Audit;
import org.onmaru.server.city.audit.Subject;
import org.onmaru.server.city.identity.Actor;
import org.onmaru.server.city.identity.PersonId;
import org.onmaru.server.hall.meeting.MeetingId;
import org.onmaru.server.hall.minutes.Minutes;
import org.onmaru.server.hall.minutes.MinutesPhase;
import org.springframework.stereotype.Component;

/// Writes down who read minutes with what is internal in them (공공기록물 관리에 관한 법률 시행령 §28③). Who looks on while
/// they grow reads them once within ten minutes.
@Component
class Readings {

    private static final Duration SAME_READING = Duration.ofMinutes(10);
    private static final int MOST = 10_000;

    private final Audit audit;
    private final Clock clock;
    private final Map<Reading, Instant> last = new ConcurrentHashMap<>();

    Readings(Audit audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    /// @param version 0 for what is being worked on
    private record Reading(PersonId person, MeetingId meeting, int version) {}

    private record Read(MinutesPhase phase, int version) {}

    /// What is being worked on.
    void read(Minutes minutes, Actor.Person by) {
        note(minutes, 0, minutes.number(), by);
    }

    /// A signed version.
    void read(Minutes minutes, int version, Actor.Person by) {
        note(minutes, version, version, by);
    }

    private void note(Minutes minutes, int slot, int version, Actor.Person by) {
        var now = clock.instant();
        if (last.size() > MOST) {
            last.clear();
        }
        var reading = new Reading(by.id(), minutes.meeting(), slot);
        var before = last.put(reading, now);
        if (before == null || Duration.between(before, now).compareTo(SAME_READING) >= 0) {
            audit.changed(
                    "minutes.read",
                    Subject.of("minutes", minutes.meeting().value()),
                    null,
                    new Read(minutes.phase(), version));
        } else {
            last.put(reading, before);
        }
    }
}
