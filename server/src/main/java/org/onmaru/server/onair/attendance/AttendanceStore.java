package org.onmaru.server.onair.attendance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.onmaru.server.hall.meeting.MeetingId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The stays of every meeting, in the database.
@Component
class AttendanceStore {

    private final JdbcClient jdbc;

    AttendanceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Whoever reconciles a meeting holds it until the transaction ends: several servers see the same room.
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(MeetingId meeting) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtext('attendance'), hashtext(?))")
                .param(meeting.value().toString())
                .query(row -> {});
    }

    /// Earliest first.
    List<Stay> of(MeetingId meeting) {
        return jdbc.sql("SELECT * FROM attendance_stay WHERE meeting_id = ? ORDER BY joined_at, identity")
                .param(meeting.value())
                .query(AttendanceStore::stay)
                .list();
    }

    List<Stay> open(MeetingId meeting) {
        return jdbc.sql("SELECT * FROM attendance_stay WHERE meeting_id = ? AND left_at IS NULL")
                .param(meeting.value())
                .query(AttendanceStore::stay)
                .list();
    }

    void begin(MeetingId meeting, Stay stay) {
        jdbc.sql("INSERT INTO attendance_stay VALUES (?, ?, ?, NULL, ?, ?, ?, ?) ON CONFLICT DO NOTHING")
                .params(
                        meeting.value(),
                        stay.identity(),
                        Timestamp.from(stay.joined()),
                        stay.name(),
                        stay.unit(),
                        stay.post(),
                        stay.simulated())
                .update();
    }

    void end(MeetingId meeting, Stay stay, Instant at) {
        jdbc.sql("""
                UPDATE attendance_stay SET left_at = greatest(?, joined_at)
                WHERE meeting_id = ? AND identity = ? AND joined_at = ? AND left_at IS NULL""")
                .params(Timestamp.from(at), meeting.value(), stay.identity(), Timestamp.from(stay.joined()))
                .update();
    }

    /// The stays of many meetings, earliest first; a meeting without any has no entry.
    Map<MeetingId, List<Stay>> of(Collection<MeetingId> meetings) {
        var stays = new HashMap<MeetingId, List<Stay>>();
        if (!meetings.isEmpty()) {
            jdbc.sql("SELECT * FROM attendance_stay WHERE meeting_id IN (:meetings) ORDER BY joined_at, identity")
                    .param("meetings", meetings.stream().map(MeetingId::value).toList())
                    .query(row -> {
                        stays.computeIfAbsent(
                                        new MeetingId(row.getObject("meeting_id", UUID.class)), _ -> new ArrayList<>())
                                .add(stay(row, row.getRow()));
                    });
        }
        return stays;
    }

    private static Stay stay(ResultSet row, int number) throws SQLException {
        var left = row.getTimestamp("left_at");
        return new Stay(
                row.getString("identity"),
                row.getString("name"),
                row.getString("unit"),
                row.getString("post"),
                row.getBoolean("simulated"),
                row.getTimestamp("joined_at").toInstant(),
                left == null ? null : left.toInstant());
    }
}
