package org.onmaru.server.onair.recording;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.onmaru.server.hall.meeting.MeetingId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Recordings in the database; their files stay where the studio left them.
@Repository
public class KeptRecordings {

    private static final String COLUMNS =
            "select meeting, file, duration_ms, bytes, rehearsal, finished_at from recording ";

    private final JdbcClient jdbc;

    KeptRecordings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<MeetingId, Recording> of(Collection<MeetingId> meetings) {
        if (meetings.isEmpty()) {
            return Map.of();
        }
        Map<MeetingId, Recording> found = new HashMap<>();
        jdbc.sql(COLUMNS + "where meeting in (:meetings)")
                .param("meetings", meetings.stream().map(MeetingId::value).toList())
                .query(KeptRecordings::read)
                .list()
                .forEach(one -> found.put(one.meeting(), one));
        return found;
    }

    public Optional<Recording> find(MeetingId meeting) {
        return Optional.ofNullable(of(List.of(meeting)).get(meeting));
    }

    List<Recording> rehearsals() {
        return jdbc.sql(COLUMNS + "where rehearsal").query(KeptRecordings::read).list();
    }

    void keep(Recording recording) {
        jdbc.sql("""
                insert into recording (meeting, file, duration_ms, bytes, rehearsal, finished_at)
                values (:meeting, :file, :durationMs, :bytes, :rehearsal, :at)
                on conflict (meeting) do update set file = excluded.file, duration_ms = excluded.duration_ms,
                    bytes = excluded.bytes, finished_at = excluded.finished_at
                """)
                .param("meeting", recording.meeting().value())
                .param("file", recording.file())
                .param("durationMs", recording.durationMs())
                .param("bytes", recording.bytes())
                .param("rehearsal", recording.rehearsal())
                .param("at", OffsetDateTime.ofInstant(recording.finishedAt(), ZoneOffset.UTC))
                .update();
    }

    void forget(MeetingId meeting) {
        jdbc.sql("delete from recording where meeting = :meeting")
                .param("meeting", meeting.value())
                .update();
    }

    private static Recording read(ResultSet row, int number) throws SQLException {
        return new Recording(
                new MeetingId(row.getObject("meeting", UUID.class)),
                row.getString("file"),
                row.getLong("duration_ms"),
                row.getLong("bytes"),
                row.getBoolean("rehearsal"),
                row.getObject("finished_at", OffsetDateTime.class).toInstant());
    }
}
