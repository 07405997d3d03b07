package org.onmaru.server.hall.minutes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.onmaru.server.hall.meeting.MeetingId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What people want corrected, in the database.
@Component
class RequestStore {

    private final JdbcClient jdbc;

    RequestStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// False when it was written down before.
    boolean insert(CorrectionRequest request) {
        return jdbc.sql("""
                INSERT INTO minutes_request (id, meeting_id, number, about, words, by_id, by_name, at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""")
                        .params(
                                request.id(),
                                request.meeting().value(),
                                request.number(),
                                request.about(),
                                request.words(),
                                request.byId(),
                                request.by(),
                                Timestamp.from(request.at()))
                        .update()
                == 1;
    }

    void answer(CorrectionRequest request) {
        var reply = Objects.requireNonNull(request.reply());
        jdbc.sql("""
                UPDATE minutes_request SET accepted = ?, reply = ?, answered_by = ?, answered_at = ? WHERE id = ?""")
                .params(reply.accepted(), reply.words(), reply.by(), Timestamp.from(reply.at()), request.id())
                .update();
    }

    Optional<CorrectionRequest> find(MeetingId meeting, UUID id) {
        return jdbc.sql("SELECT * FROM minutes_request WHERE meeting_id = ? AND id = ?")
                .params(meeting.value(), id)
                .query(RequestStore::request)
                .optional();
    }

    /// Oldest first.
    List<CorrectionRequest> of(MeetingId meeting) {
        return jdbc.sql("SELECT * FROM minutes_request WHERE meeting_id = ? ORDER BY place")
                .param(meeting.value())
                .query(RequestStore::request)
                .list();
    }

    private static CorrectionRequest request(ResultSet row, int number) throws SQLException {
        var answeredAt = row.getTimestamp("answered_at");
        return new CorrectionRequest(
                row.getObject("id", UUID.class),
                new MeetingId(row.getObject("meeting_id", UUID.class)),
                row.getInt("number"),
                row.getString("about"),
                row.getString("words"),
                row.getObject("by_id", UUID.class),
                row.getString("by_name"),
                row.getTimestamp("at").toInstant(),
                answeredAt == null
                        ? null
                        : new CorrectionRequest.Reply(
                                row.getBoolean("accepted"),
                                row.getString("reply"),
                                row.getString("answered_by"),
                                answeredAt.toInstant()));
    }
}
