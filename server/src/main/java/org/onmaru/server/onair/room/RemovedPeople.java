package org.onmaru.server.onair.room;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.onmaru.server.hall.meeting.MeetingId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Who was sent out of a meeting and may not come back until a host lets them in again.
@Repository
public class RemovedPeople {

    private final JdbcClient jdbc;
    private final Clock clock;

    RemovedPeople(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// One removal.
    ///
    /// @param by name of the host who did it
    public record Removal(String identity, String name, String by, Instant at) {}

    public void add(MeetingId meeting, String identity, String name, String by) {
        jdbc.sql("""
                insert into room_removal (meeting, identity, name, removed_by, removed_at)
                values (:meeting, :identity, :name, :by, :at) on conflict do nothing
                """)
                .param("meeting", meeting.value())
                .param("identity", identity)
                .param("name", name)
                .param("by", by)
                .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }

    public boolean contains(MeetingId meeting, String identity) {
        return jdbc.sql("select exists (select from room_removal where meeting = :meeting and identity = :identity)")
                .param("meeting", meeting.value())
                .param("identity", identity)
                .query(Boolean.class)
                .single();
    }

    public List<Removal> of(MeetingId meeting) {
        return jdbc.sql("""
                select identity, name, removed_by, removed_at from room_removal
                where meeting = :meeting order by removed_at
                """)
                .param("meeting", meeting.value())
                .query((row, number) -> new Removal(
                        row.getString("identity"),
                        row.getString("name"),
                        row.getString("removed_by"),
                        row.getObject("removed_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /// Lets somebody in again. False when they were not removed.
    public boolean forgive(MeetingId meeting, String identity) {
        return jdbc.sql("delete from room_removal where meeting = :meeting and identity = :identity")
                        .param("meeting", meeting.value())
                        .param("identity", identity)
                        .update()
                > 0;
    }
}
