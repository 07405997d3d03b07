package org.onmaru.server.hall.minutes;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.onmaru.server.city.audit.Audit;
import org.onmaru.server.city.identity.Actor;
import org.onmaru.server.city.identity.PersonId;
import org.onmaru.server.problem.Problem;
import org.onmaru.server.writing.PersonalNumbers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Keeps personal numbers out of public minutes: whoever wants to publish some asks, and another person releases them.
@Component
class ReleaseDesk {

    private final JdbcClient jdbc;
    private final Audit audit;
    private final Clock clock;

    ReleaseDesk(JdbcClient jdbc, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /// What waits; empty when nobody asked for this version.
    Optional<Release> of(Minutes minutes) {
        return jdbc.sql("SELECT * FROM minutes_release WHERE meeting_id = ? AND number = ?")
                .params(minutes.meeting().value(), minutes.number())
                .query((row, _) -> new Release(
                        new PersonId(row.getObject("asked_id", UUID.class)),
                        row.getString("asked_name"),
                        row.getTimestamp("asked_at").toInstant(),
                        found(minutes)))
                .optional();
    }

    /// True when it may be published now: nothing is in it, or this is the second person. Otherwise it is asked for.
    ///
    /// @throws Problem when whoever asked comes again
    boolean released(Minutes minutes, Actor.Person by) {
        var found = found(minutes);
        if (found.isEmpty()) {
            return true;
        }
        var asked = of(minutes);
        if (asked.isEmpty()) {
            jdbc.sql("INSERT INTO minutes_release VALUES (?, ?, ?, ?, ?)")
                    .params(
                            minutes.meeting().value(),
                            minutes.number(),
                            by.id().value(),
                            by.name(),
                            Timestamp.from(clock.instant()))
                    .update();
            audit.changed("minutes.release-asked", MinutesSteps.subject(minutes), null, kinds(minutes, found));
            return false;
        }
        if (asked.get().by().equals(by.id())) {
            throw Problem.conflict(
                    "minutes-release-second",
                    "개인의 번호로 보이는 것이 있어 다른 담당자가 확인해야 공개됩니다.",
                    "Something looks like a personal number, so another person has to release it.");
        }
        audit.changed("minutes.released", MinutesSteps.subject(minutes), null, kinds(minutes, found));
        return true;
    }

    /// The numbers themselves stay out of the audit.
    private static Map<String, Object> kinds(Minutes minutes, List<PersonalNumbers.Found> found) {
        return Map.of(
                "version",
                minutes.number(),
                "found",
                found.stream().collect(Collectors.groupingBy(one -> one.kind().ko(), Collectors.counting())));
    }

    private static List<PersonalNumbers.Found> found(Minutes minutes) {
        var sealed = minutes.sealed();
        if (sealed == null) {
            return List.of();
        }
        var text = MinutesOutline.ofPublic(sealed.content()).stream()
                .map(MinutesOutline.OutlineLine::text)
                .collect(Collectors.joining("\n"));
        return PersonalNumbers.in(text);
    }
}
