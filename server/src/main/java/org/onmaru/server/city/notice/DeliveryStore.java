package org.onmaru.server.city.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.onmaru.server.city.identity.PersonId;
import org.onmaru.server.city.notice.Delivery.Fault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Notices on their way, in the database.
@Component
class DeliveryStore {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    DeliveryStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// Nothing when it is there already.
    void insert(UUID occasion, PersonId person, Way way, Notice notice, Instant now) {
        jdbc.sql("""
                INSERT INTO notice_delivery
                    (id, occasion_id, person_id, way, subject, words, sms, brief, state, due_at, changed_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, CAST(? AS jsonb), 'WAITING', ?, ?) ON CONFLICT DO NOTHING""")
                .params(
                        UUID.randomUUID(),
                        occasion,
                        person.value(),
                        way.name(),
                        notice.subject(),
                        notice.text(),
                        notice.sms(),
                        json.writeValueAsString(notice.brief()),
                        Timestamp.from(now),
                        Timestamp.from(now))
                .update();
    }

    /// Takes up one that is due. It is nobody else's from then on: what becomes of it is written down before and after
    /// it is sent, never in between.
    Optional<Parcel> take(Way way, Instant now) {
        return jdbc.sql("""
                UPDATE notice_delivery SET state = 'SENDING', attempts = attempts + 1, changed_at = :now
                WHERE id = (SELECT id FROM notice_delivery
                    WHERE way = :way AND state = 'WAITING' AND due_at <= :now ORDER BY due_at, id LIMIT 1
                    FOR UPDATE SKIP LOCKED)
                RETURNING id, occasion_id, person_id, way, subject, words, sms, brief, attempts""")
                .param("way", way.name())
                .param("now", Timestamp.from(now))
                .query(this::parcel)
                .optional();
    }

    void sent(Parcel parcel, Carrier carrier, Instant now) {
        jdbc.sql("UPDATE notice_delivery SET state = 'SENT', carrier = ?, fault = NULL, changed_at = ? WHERE id = ?")
                .params(carrier.name(), Timestamp.from(now), parcel.id())
                .update();
    }

    void failed(Parcel parcel, Fault fault, Instant now) {
        jdbc.sql("UPDATE notice_delivery SET state = 'FAILED', fault = ?, changed_at = ? WHERE id = ?")
                .params(fault.name(), Timestamp.from(now), parcel.id())
                .update();
    }

    void again(Parcel parcel, Fault fault, Instant dueAt, Instant now) {
        jdbc.sql("UPDATE notice_delivery SET state = 'WAITING', fault = ?, due_at = ?, changed_at = ? WHERE id = ?")
                .params(fault.name(), Timestamp.from(dueAt), Timestamp.from(now), parcel.id())
                .update();
    }

    /// Nobody needs it any more. One that was tried in vain stays visible as failed, with what it failed of.
    void withdrawn(Parcel parcel, Instant now) {
        jdbc.sql("""
                UPDATE notice_delivery SET state = CASE WHEN fault IS NULL THEN 'WITHDRAWN' ELSE 'FAILED' END,
                    changed_at = ? WHERE id = ?""").params(Timestamp.from(now), parcel.id()).update();
    }

    /// What a server took up and never finished, because it was killed. A push is tried once more, but not for ever.
    void leftBefore(Instant taken, int mostAttempts, Instant now) {
        jdbc.sql("""
                UPDATE notice_delivery SET changed_at = ?, fault = 'UNSURE',
                    state = CASE WHEN way = 'PUSH' AND attempts <= ? THEN 'WAITING' ELSE 'FAILED' END
                WHERE state = 'SENDING' AND changed_at < ?""")
                .params(Timestamp.from(now), mostAttempts, Timestamp.from(taken))
                .update();
    }

    /// By person and way.
    List<Delivery> of(Collection<UUID> occasions) {
        if (occasions.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("SELECT * FROM notice_delivery WHERE occasion_id IN (:occasions) ORDER BY person_id, way")
                .param("occasions", occasions)
                .query(DeliveryStore::delivery)
                .list();
    }

    private Parcel parcel(ResultSet row, int number) throws SQLException {
        return new Parcel(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                Objects.requireNonNull(row.getObject("occasion_id", UUID.class)),
                new PersonId(row.getObject("person_id", UUID.class)),
                Way.valueOf(row.getString("way")),
                new Notice(
                        row.getString("subject"),
                        row.getString("words"),
                        row.getString("sms"),
                        json.readValue(row.getString("brief"), Brief.class)),
                row.getInt("attempts"));
    }

    private static Delivery delivery(ResultSet row, int number) throws SQLException {
        var carrier = row.getString("carrier");
        var fault = row.getString("fault");
        return new Delivery(
                Objects.requireNonNull(row.getObject("occasion_id", UUID.class)),
                new PersonId(row.getObject("person_id", UUID.class)),
                Way.valueOf(row.getString("way")),
                Delivery.State.valueOf(row.getString("state")),
                row.getTimestamp("changed_at").toInstant(),
                carrier == null ? null : Carrier.valueOf(carrier),
                fault == null ? null : Fault.valueOf(fault));
    }
}
