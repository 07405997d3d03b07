package org.onmaru.server.onair.room;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.hall.meeting.MeetingId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Since when a room has been empty, whichever server saw the last one leave.
@Repository
class Presence {

    /// How often it is kept that people are there.
    private static final Duration KEEP_EVERY = Duration.ofSeconds(30);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Map<MeetingId, Sight> sights = new ConcurrentHashMap<>();

    Presence(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// What this server sees of a room.
    ///
    /// @param first when it first looked
    /// @param somebody true when people are there now
    /// @param kept when it last kept that people were there; null when it never saw any
    private record Sight(
            Instant first, boolean somebody, @Nullable Instant kept) {}

    /// This server has looked into the room of a live meeting. One thread.
    void saw(MeetingId meeting, boolean somebody) {
        Instant now = clock.instant();
        Sight before = sights.getOrDefault(meeting, new Sight(now, false, null));
        Instant kept = before.kept();
        boolean left = before.somebody() && !somebody;
        if (left || (somebody && (kept == null || !now.isBefore(kept.plus(KEEP_EVERY))))) {
            keep(meeting, now);
            kept = now;
        }
        sights.put(meeting, new Sight(before.first(), somebody, kept));
    }

    /// See [Rooms#emptySince].
    Optional<Instant> emptySince(MeetingId meeting) {
        Sight sight = sights.get(meeting);
        if (sight == null || sight.somebody()) {
            return Optional.empty();
        }
        return Optional.of(last(meeting).filter(sight.first()::isBefore).orElse(sight.first()));
    }

    /// The meeting is over.
    void forget(MeetingId meeting) {
        sights.remove(meeting);
        jdbc.sql("delete from room_presence where meeting = :meeting")
                .param("meeting", meeting.value())
                .update();
    }

    private void keep(MeetingId meeting, Instant at) {
        jdbc.sql("""
                insert into room_presence (meeting, last_at) values (:meeting, :at)
                on conflict (meeting) do update set last_at = greatest(room_presence.last_at, excluded.last_at)
                """)
                .param("meeting", meeting.value())
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .update();
    }

    private Optional<Instant> last(MeetingId meeting) {
        return jdbc.sql("select last_at from room_presence where meeting = :meeting")
                .param("meeting", meeting.value())
                .query((row, number) ->
                        row.getObject("last_at", OffsetDateTime.class).toInstant())
                .optional();
    }
}
