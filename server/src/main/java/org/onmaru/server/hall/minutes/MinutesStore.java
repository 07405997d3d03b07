package org.onmaru.server.hall.minutes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.city.identity.Actor;
import org.onmaru.server.hall.meeting.MeetingId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Minutes and what was written in them, in the database.
@Component
class MinutesStore {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    MinutesStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// Those that nobody has touched are as they begin.
    Minutes of(MeetingId meeting) {
        return find(meeting, "").orElseGet(() -> Minutes.begun(meeting));
    }

    /// The same, held until the transaction ends: two that change the same minutes queue here.
    Minutes hold(MeetingId meeting) {
        jdbc.sql("INSERT INTO minutes_minutes VALUES (?, 'DRAFT', 1, '', true, 0) ON CONFLICT DO NOTHING")
                .param(meeting.value())
                .update();
        return find(meeting, " FOR UPDATE").orElseThrow();
    }

    void update(Minutes now) {
        var sealed = now.sealed();
        jdbc.sql("""
                UPDATE minutes_minutes SET phase = ?, number = ?, reason = ?, grows = ?, revision = ?, content = ?,
                    canonical = ?, sha256 = ? WHERE meeting_id = ?""")
                .param(now.phase().name())
                .param(now.number())
                .param(now.reason())
                .param(now.grows())
                .param(now.revision())
                .param(sealed == null ? null : json.writeValueAsString(sealed.content()))
                .param(sealed == null ? null : sealed.canonical())
                .param(sealed == null ? null : sealed.sha256())
                .param(now.meeting().value())
                .update();
    }

    /// In the order in which they were first written.
    List<MinutesDraft.Written> written(MeetingId meeting) {
        return jdbc.sql("SELECT * FROM minutes_field WHERE meeting_id = ? ORDER BY place")
                .param(meeting.value())
                .query(MinutesStore::field)
                .list();
    }

    Optional<MinutesDraft.Written> written(MeetingId meeting, String field) {
        return jdbc.sql("SELECT * FROM minutes_field WHERE meeting_id = ? AND name = ?")
                .params(meeting.value(), field)
                .query(MinutesStore::field)
                .optional();
    }

    /// @param ground what the system knows of it now; null once nothing flows in
    void put(Minutes now, MinutesField field, String value, @Nullable String ground, Actor.Person by, Instant at) {
        jdbc.sql("""
                INSERT INTO minutes_field VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (meeting_id, name)
                DO UPDATE SET value = excluded.value, ground = excluded.ground, by_id = excluded.by_id,
                    by_name = excluded.by_name, at = excluded.at""")
                .param(now.meeting().value())
                .param(field.text())
                .param(value)
                .param(ground)
                .param(now.revision())
                .param(by.id().value())
                .param(by.name())
                .param(Timestamp.from(at))
                .update();
    }

    /// What stands in a field from now on, whether somebody wrote it or the system knew it.
    void settle(Minutes now, String field, String value, Instant at) {
        jdbc.sql("""
                INSERT INTO minutes_field VALUES (?, ?, ?, NULL, ?, NULL, '', ?) ON CONFLICT (meeting_id, name)
                DO UPDATE SET value = excluded.value, ground = NULL""")
                .params(now.meeting().value(), field, value, now.revision(), Timestamp.from(at))
                .update();
    }

    /// True the first time.
    boolean remember(MeetingId meeting, UUID change, Instant at) {
        return jdbc.sql("INSERT INTO minutes_change VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
                        .params(meeting.value(), change, Timestamp.from(at))
                        .update()
                == 1;
    }

    void forgetChangesBefore(Instant at) {
        jdbc.sql("DELETE FROM minutes_change WHERE at < ?")
                .param(Timestamp.from(at))
                .update();
    }

    private Optional<Minutes> find(MeetingId meeting, String lock) {
        return jdbc.sql("SELECT * FROM minutes_minutes WHERE meeting_id = ?" + lock)
                .param(meeting.value())
                .query((row, _) -> minutes(row))
                .optional();
    }

    private Minutes minutes(ResultSet row) throws SQLException {
        var canonical = row.getString("canonical");
        return new Minutes(
                new MeetingId(row.getObject("meeting_id", UUID.class)),
                MinutesPhase.valueOf(row.getString("phase")),
                row.getInt("number"),
                row.getString("reason"),
                row.getBoolean("grows"),
                row.getInt("revision"),
                canonical == null
                        ? null
                        : new Minutes.Sealed(
                                json.readValue(row.getString("content"), MinutesContent.class),
                                canonical,
                                Objects.requireNonNull(row.getString("sha256"))));
    }

    private static MinutesDraft.Written field(ResultSet row, int number) throws SQLException {
        return new MinutesDraft.Written(
                row.getString("name"),
                row.getString("value"),
                row.getString("ground"),
                row.getObject("by_id", UUID.class),
                row.getString("by_name"),
                row.getTimestamp("at").toInstant());
    }
}
