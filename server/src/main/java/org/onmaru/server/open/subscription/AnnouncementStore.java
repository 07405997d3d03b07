package org.onmaru.server.open.subscription;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.onmaru.server.city.push.Language;
import org.onmaru.server.city.push.PushAddress;
import org.onmaru.server.hall.meeting.MeetingId;
import org.onmaru.server.hall.meeting.MeetingView;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Who is still to be told that a meeting began, in the database.
@Component
class AnnouncementStore {

    private final JdbcClient jdbc;

    AnnouncementStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// One push on its way.
    ///
    /// @param attempts this one included
    record Push(MeetingId meeting, UUID subscription, PushAddress address, Language language, int attempts) {}

    /// A meeting that some are still to be told of.
    record Open(MeetingId meeting, Instant at) {}

    /// Everybody who wants to know is to be told; nothing when some server said so before.
    @Transactional
    void announce(MeetingView meeting, Instant now) {
        int first = jdbc.sql("INSERT INTO subscription_announcement VALUES (?, ?) ON CONFLICT DO NOTHING")
                .params(meeting.id().value(), Timestamp.from(now))
                .update();
        if (first == 1) {
            jdbc.sql("""
                    INSERT INTO subscription_push (meeting_id, subscription_id, state, due_at)
                    SELECT :meeting, id, 'WAITING', :now FROM subscription
                    WHERE every_series OR :series = ANY (series_ids)""")
                    .param("meeting", meeting.id().value())
                    .param("series", meeting.series().value())
                    .param("now", Timestamp.from(now))
                    .update();
        }
    }

    List<Open> open() {
        return jdbc.sql("""
                SELECT meeting_id, at FROM subscription_announcement a
                WHERE EXISTS (SELECT FROM subscription_push p WHERE p.meeting_id = a.meeting_id)""")
                .query((row, _) -> new Open(
                        new MeetingId(Objects.requireNonNull(row.getObject("meeting_id", UUID.class))),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    /// Nobody more is told.
    void end(MeetingId meeting) {
        jdbc.sql("DELETE FROM subscription_push WHERE meeting_id = ?")
                .param(meeting.value())
                .update();
    }

    /// Takes up one that is due; nobody else's, and never again, from then on.
    Optional<Push> take(Instant now) {
        return jdbc.sql("""
                UPDATE subscription_push p SET state = 'SENDING', attempts = attempts + 1
                FROM subscription s
                WHERE s.id = p.subscription_id AND (p.meeting_id, p.subscription_id) =
                    (SELECT meeting_id, subscription_id FROM subscription_push
                        WHERE state = 'WAITING' AND due_at <= ? ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED)
                RETURNING p.meeting_id, p.subscription_id, p.attempts, s.endpoint, s.p256dh, s.auth, s.language""")
                .param(Timestamp.from(now))
                .query(AnnouncementStore::push)
                .optional();
    }

    void done(Push push) {
        jdbc.sql("DELETE FROM subscription_push WHERE meeting_id = ? AND subscription_id = ?")
                .params(push.meeting().value(), push.subscription())
                .update();
    }

    /// Certainly not taken.
    void again(Push push, Instant dueAt) {
        jdbc.sql("""
                UPDATE subscription_push SET state = 'WAITING', due_at = ?
                WHERE meeting_id = ? AND subscription_id = ?""")
                .params(Timestamp.from(dueAt), push.meeting().value(), push.subscription())
                .update();
    }

    private static Push push(ResultSet row, int number) throws SQLException {
        return new Push(
                new MeetingId(Objects.requireNonNull(row.getObject("meeting_id", UUID.class))),
                Objects.requireNonNull(row.getObject("subscription_id", UUID.class)),
                new PushAddress(row.getString("endpoint"), row.getString("p256dh"), row.getString("auth")),
                Language.valueOf(row.getString("language")),
                row.getInt("attempts"));
    }
}
