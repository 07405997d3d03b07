package org.onmaru.server.city.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.onmaru.server.city.audit.Audit;
import org.onmaru.server.city.audit.Subject;
import org.onmaru.server.city.identity.PersonId;
import org.onmaru.server.city.push.Language;
import org.onmaru.server.city.push.PushAddress;
import org.onmaru.server.problem.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Which browsers people are told by. The audit knows what they are called, never where they are reached.
@Component
class DeviceBook {

    static final int MOST = 10;

    private final JdbcClient jdbc;
    private final Audit audit;
    private final Clock clock;

    DeviceBook(JdbcClient jdbc, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /// Longest there first.
    List<Device> of(PersonId person) {
        return jdbc.sql("SELECT * FROM notice_device WHERE person_id = ? ORDER BY added_at, id")
                .param(person.value())
                .query(DeviceBook::device)
                .list();
    }

    /// Those of these who have any.
    Set<PersonId> owners(Collection<PersonId> people) {
        if (people.isEmpty()) {
            return Set.of();
        }
        return jdbc.sql("SELECT DISTINCT person_id FROM notice_device WHERE person_id IN (:people)")
                .param("people", people.stream().map(PersonId::value).toList())
                .query((row, _) -> new PersonId(row.getObject("person_id", UUID.class)))
                .set();
    }

    /// A browser belongs to whoever used it last.
    ///
    /// @throws Problem when this person has as many as anybody may
    @Transactional
    void put(PersonId person, String name, Language language, PushAddress address) {
        var there = of(person);
        if (there.size() >= MOST
                && there.stream().noneMatch(one -> one.address().endpoint().equals(address.endpoint()))) {
            throw Problem.conflict(
                    "too-many-devices",
                    "알림 받는 기기는 " + MOST + "대까지입니다. 쓰지 않는 기기를 먼저 지우십시오.",
                    "There can be " + MOST + " devices; remove one that you do not use first.");
        }
        jdbc.sql("""
                INSERT INTO notice_device VALUES (?, ?, ?, ?, ?, ?, ?, ?, NULL) ON CONFLICT (endpoint)
                DO UPDATE SET person_id = excluded.person_id, name = excluded.name, language = excluded.language,
                    p256dh = excluded.p256dh, auth = excluded.auth""")
                .params(
                        UUID.randomUUID(),
                        person.value(),
                        name,
                        language.name(),
                        address.endpoint(),
                        address.p256dh(),
                        address.auth(),
                        Timestamp.from(clock.instant()))
                .update();
        audit.changed("device.added", Subject.of("person", person.value()), null, Map.of("name", name));
    }

    /// Nothing when the person has no such device.
    @Transactional
    void remove(PersonId person, UUID id) {
        jdbc.sql("DELETE FROM notice_device WHERE id = ? AND person_id = ? RETURNING name")
                .params(id, person.value())
                .query(String.class)
                .optional()
                .ifPresent(name -> audit.changed(
                        "device.removed", Subject.of("person", person.value()), Map.of("name", name), null));
    }

    /// Its push service knows it no more. One that came back under the same address meanwhile stays.
    void gone(Device device) {
        jdbc.sql("DELETE FROM notice_device WHERE id = ? AND endpoint = ? AND auth = ?")
                .params(
                        device.id(),
                        device.address().endpoint(),
                        device.address().auth())
                .update();
    }

    void used(Device device, Instant now) {
        jdbc.sql("UPDATE notice_device SET used_at = ? WHERE id = ?")
                .params(Timestamp.from(now), device.id())
                .update();
    }

    private static Device device(ResultSet row, int number) throws SQLException {
        var used = row.getTimestamp("used_at");
        return new Device(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                row.getString("name"),
                Language.valueOf(row.getString("language")),
                new PushAddress(row.getString("endpoint"), row.getString("p256dh"), row.getString("auth")),
                row.getTimestamp("added_at").toInstant(),
                used == null ? null : used.toInstant());
    }
}
