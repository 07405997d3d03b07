package org.onmaru.server.hall.meeting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.hall.series.Phase;
import org.onmaru.server.hall.series.SeriesId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Meetings in the database.
@Component
class MeetingStore {

    private final JdbcClient jdbc;

    MeetingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Meeting> find(MeetingId id) {
        return jdbc.sql("SELECT * FROM meeting_meeting WHERE id = ?")
                .param(id.value())
                .query(MeetingStore::meeting)
                .optional();
    }

    /// Held until the transaction ends: two that want to move the same meeting queue here.
    Optional<Meeting> lock(MeetingId id) {
        return jdbc.sql("SELECT * FROM meeting_meeting WHERE id = ? FOR UPDATE")
                .param(id.value())
                .query(MeetingStore::meeting)
                .optional();
    }

    List<Meeting> where(String condition, Object... values) {
        return jdbc.sql("SELECT * FROM meeting_meeting WHERE " + condition)
                .params(values)
                .query(MeetingStore::meeting)
                .list();
    }

    /// False when that sitting already exists.
    boolean insert(Meeting meeting) {
        return jdbc.sql("""
                INSERT INTO meeting_meeting (id, series_id, title, title_en, date, sitting, automatic, starts_at,
                    opens_at, minutes, state, rehearsal, broadcast)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (series_id, date, sitting) DO NOTHING""")
                        .param(meeting.id().value())
                        .param(meeting.series().value())
                        .param(meeting.title())
                        .param(meeting.titleEn())
                        .param(meeting.date())
                        .param(meeting.sitting())
                        .param(meeting.automatic())
                        .param(Timestamp.from(meeting.startsAt()))
                        .param(Timestamp.from(meeting.opensAt()))
                        .param(meeting.minutes())
                        .param(meeting.state().name())
                        .param(meeting.rehearsal())
                        .param(meeting.broadcast())
                        .update()
                == 1;
    }

    void update(Meeting meeting) {
        jdbc.sql("""
                UPDATE meeting_meeting SET state = ?, ordinal = ?, opened_at = ?, started_at = ?, adjourned_at = ?,
                    cancelled_at = ?, adjourned_empty = ? WHERE id = ?""")
                .param(meeting.state().name())
                .param(meeting.ordinal())
                .param(timestamp(meeting.openedAt()))
                .param(timestamp(meeting.startedAt()))
                .param(timestamp(meeting.adjournedAt()))
                .param(timestamp(meeting.cancelledAt()))
                .param(meeting.adjournedEmpty())
                .param(meeting.id().value())
                .update();
    }

    /// Kept also when the series' phase changes afterwards: somebody decided it for this meeting.
    void decideBroadcast(MeetingId id, boolean broadcast) {
        jdbc.sql("UPDATE meeting_meeting SET broadcast = ?, broadcast_decided = true WHERE id = ?")
                .params(broadcast, id.value())
                .update();
    }

    /// Waiting meetings that the series made by itself follow its new name and hour, and whether it is broadcast.
    void follow(MeetingId id, Phase phase, int minutes, Instant startsAt, Instant opensAt) {
        jdbc.sql("""
                UPDATE meeting_meeting SET title = ?, title_en = ?, minutes = ?, starts_at = ?, opens_at = ?,
                    broadcast = CASE WHEN broadcast_decided THEN broadcast ELSE ? END WHERE id = ?""")
                .params(
                        phase.name(),
                        phase.nameEn(),
                        minutes,
                        Timestamp.from(startsAt),
                        Timestamp.from(opensAt),
                        phase.plan().broadcast(),
                        id.value())
                .update();
    }

    /// Sittings made by hand keep their hour; whether citizens see them follows the phase all the same.
    void followBroadcast(MeetingId id, Phase phase) {
        jdbc.sql("UPDATE meeting_meeting SET broadcast = ? WHERE id = ? AND NOT broadcast_decided")
                .params(phase.plan().broadcast(), id.value())
                .update();
    }

    /// A meeting that was called off before anybody opened it, as if it had never been announced.
    void forget(MeetingId id) {
        jdbc.sql("DELETE FROM meeting_meeting WHERE id = ? AND state = 'CANCELLED' AND opened_at IS NULL")
                .param(id.value())
                .update();
    }

    /// The next number of that day for a sitting made by hand: the first is the regular one's, also while it is not
    /// made
    /// yet. Callers queue, so that no number is given twice.
    int nextSitting(SeriesId series, LocalDate date) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtext(?))")
                .param(series.value() + "/" + date)
                .query(row -> {});
        return jdbc.sql("SELECT greatest(max(sitting), 1) + 1 FROM meeting_meeting WHERE series_id = ? AND date = ?")
                .params(series.value(), date)
                .query(Integer.class)
                .single();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }

    private static Meeting meeting(ResultSet row, int number) throws SQLException {
        return new Meeting(
                new MeetingId(row.getObject("id", UUID.class)),
                new SeriesId(row.getObject("series_id", UUID.class)),
                row.getString("title"),
                row.getString("title_en"),
                row.getObject("date", LocalDate.class),
                row.getObject("sitting", Integer.class),
                row.getBoolean("automatic"),
                Objects.requireNonNull(instant(row, "starts_at")),
                Objects.requireNonNull(instant(row, "opens_at")),
                row.getInt("minutes"),
                MeetingState.valueOf(row.getString("state")),
                row.getBoolean("rehearsal"),
                row.getBoolean("broadcast"),
                row.getObject("ordinal", Integer.class),
                instant(row, "opened_at"),
                instant(row, "started_at"),
                instant(row, "adjourned_at"),
                instant(row, "cancelled_at"),
                row.getBoolean("adjourned_empty"));
    }
}
