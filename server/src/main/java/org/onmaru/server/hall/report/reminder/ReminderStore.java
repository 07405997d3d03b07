package org.onmaru.server.hall.report.reminder;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.city.directory.UnitId;
import org.onmaru.server.city.identity.Actor;
import org.onmaru.server.hall.series.SeriesId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reminders in the database.
@Component
class ReminderStore {

    private final JdbcClient jdbc;

    ReminderStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Reminder> find(UUID id) {
        return jdbc.sql("SELECT * FROM report_reminder WHERE id = ?")
                .param(id)
                .query(ReminderStore::reminder)
                .optional();
    }

    /// Oldest first.
    List<Reminder> of(SeriesId series, LocalDate date) {
        return jdbc.sql("SELECT * FROM report_reminder WHERE series_id = ? AND date = ? ORDER BY at, id")
                .params(series.value(), date)
                .query(ReminderStore::reminder)
                .list();
    }

    /// Which units were reminded at that step already.
    Set<UnitId> reminded(SeriesId series, LocalDate date, LocalTime cutOff, int minutesBefore) {
        return jdbc.sql("""
                SELECT unit_id FROM report_reminder
                WHERE series_id = ? AND date = ? AND cut_off = ? AND minutes_before = ?""")
                .params(series.value(), date, cutOff, minutesBefore)
                .query((row, _) -> new UnitId(row.getObject("unit_id", UUID.class)))
                .set();
    }

    /// True for the one that is first at its step; always true by hand.
    boolean insert(Reminder reminder, Actor.@Nullable Person by) {
        return jdbc.sql("INSERT INTO report_reminder VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")
                        .param(reminder.id())
                        .param(reminder.series().value())
                        .param(reminder.date())
                        .param(reminder.cutOff())
                        .param(reminder.unit().value())
                        .param(reminder.minutesBefore())
                        .param(Timestamp.from(reminder.at()))
                        .param(by == null ? null : by.id().value())
                        .param(reminder.by())
                        .update()
                == 1;
    }

    /// Two who remind by hand queue here until the end of the transaction.
    void queue() {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtext('report_reminder'))").query(row -> {});
    }

    private static Reminder reminder(ResultSet row, int number) throws SQLException {
        return new Reminder(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                new SeriesId(row.getObject("series_id", UUID.class)),
                Objects.requireNonNull(row.getObject("date", LocalDate.class)),
                Objects.requireNonNull(row.getObject("cut_off", LocalTime.class)),
                new UnitId(row.getObject("unit_id", UUID.class)),
                row.getObject("minutes_before", Integer.class),
                row.getTimestamp("at").toInstant(),
                row.getString("by_name"));
    }
}
