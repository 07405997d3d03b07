package org.onmaru.server.onair.recording;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.onmaru.server.hall.meeting.MeetingId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

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

    /// @param stretches which moments it shows, as far as that is known
    @Transactional
    public void keep(Recording recording, List<Stretches.Stretch> stretches) {
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
        jdbc.sql("delete from recording_stretch where meeting = :meeting")
                .param("meeting", recording.meeting().value())
                .update();
        for (Stretches.Stretch stretch : stretches) {
            jdbc.sql("insert into recording_stretch values (:meeting, :offset, :at)")
                    .param("meeting", recording.meeting().value())
                    .param("offset", stretch.offsetMs())
                    .param("at", OffsetDateTime.ofInstant(stretch.startedAt(), ZoneOffset.UTC))
                    .update();
        }
    }

    void forget(MeetingId meeting) {
        jdbc.sql("delete from recording where meeting = :meeting")
                .param("meeting", meeting.value())
                .update();
    }

    Map<MeetingId, Stretches> stretches(Collection<MeetingId> meetings) {
        if (meetings.isEmpty()) {
            return Map.of();
        }
        Map<MeetingId, Long> lengths = new HashMap<>();
        Map<MeetingId, List<Stretches.Stretch>> found = new HashMap<>();
        jdbc.sql("""
                select s.meeting, s.offset_ms, s.started_at, r.duration_ms
                from recording_stretch s join recording r using (meeting)
                where s.meeting in (:meetings) order by s.offset_ms
                """)
                .param("meetings", meetings.stream().map(MeetingId::value).toList())
                .query(row -> {
                    MeetingId meeting = new MeetingId(row.getObject("meeting", UUID.class));
                    lengths.put(meeting, row.getLong("duration_ms"));
                    found.computeIfAbsent(meeting, _ -> new ArrayList<>())
                            .add(new Stretches.Stretch(
                                    row.getLong("offset_ms"),
                                    row.getObject("started_at", OffsetDateTime.class)
                                            .toInstant()));
                });
        return found.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        one -> new Stretches(lengths.getOrDefault(one.getKey(), 0L), one.getValue())));
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
