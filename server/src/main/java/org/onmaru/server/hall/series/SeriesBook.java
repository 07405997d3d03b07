package org.onmaru.server.hall.series;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.onmaru.server.problem.Problem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The series of the city.
@Component
public class SeriesBook {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    SeriesBook(JdbcClient jdbc, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
    }

    public List<Series> all() {
        return jdbc.sql("SELECT * FROM series_series ORDER BY created_at, id")
                .query(SeriesBook::series)
                .list();
    }

    /// Those that open every day, oldest first.
    public List<Series> daily() {
        return all().stream().filter(Series::daily).toList();
    }

    public Optional<Series> find(SeriesId id) {
        return jdbc.sql("SELECT * FROM series_series WHERE id = ?")
                .param(id.value())
                .query(SeriesBook::series)
                .optional();
    }

    public Series get(SeriesId id) {
        return find(id).orElseThrow(
                        () -> Problem.missing("series-missing", "그런 회의체가 없습니다.", "There is no such series."));
    }

    /// Every series made here is daily: the one rhythm there is so far.
    @Transactional
    public Series create(Series.Plan plan) {
        var id = new SeriesId(UUID.randomUUID());
        jdbc.sql("INSERT INTO series_series VALUES (?, ?, ?, ?, ?, ?, true, ?, 1, ?)")
                .params(
                        id.value(),
                        plan.name().strip(),
                        plan.nameEn().strip(),
                        plan.startsAt(),
                        plan.opensMinutesBefore(),
                        plan.minutes(),
                        plan.from(),
                        Timestamp.from(clock.instant()))
                .update();
        return get(id);
    }

    @Transactional
    public Series update(SeriesId id, Series.Plan plan) {
        jdbc.sql("""
                UPDATE series_series SET name = ?, name_en = ?, starts_at = ?, opens_minutes_before = ?, minutes = ?,
                    from_date = ? WHERE id = ?""")
                .params(
                        plan.name().strip(),
                        plan.nameEn().strip(),
                        plan.startsAt(),
                        plan.opensMinutesBefore(),
                        plan.minutes(),
                        plan.from(),
                        get(id).id().value())
                .update();
        var changed = get(id);
        events.publishEvent(new SeriesChanged(changed));
        return changed;
    }

    /// The next 제N회, taken for good; part of the transaction that opens the meeting.
    @Transactional(propagation = Propagation.MANDATORY)
    public int takeOrdinal(SeriesId id) {
        return jdbc.sql(
                        "UPDATE series_series SET next_ordinal = next_ordinal + 1 WHERE id = ? RETURNING next_ordinal - 1")
                .param(id.value())
                .query(Integer.class)
                .single();
    }

    /// A meeting that opened and was cancelled gives its number back when nobody took the one after.
    @Transactional(propagation = Propagation.MANDATORY)
    public void giveBackOrdinal(SeriesId id, int ordinal) {
        jdbc.sql("UPDATE series_series SET next_ordinal = ? WHERE id = ? AND next_ordinal = ?")
                .params(ordinal, id.value(), ordinal + 1)
                .update();
    }

    private static Series series(ResultSet row, int number) throws SQLException {
        return new Series(
                new SeriesId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getString("name_en"),
                row.getObject("starts_at", LocalTime.class),
                row.getInt("opens_minutes_before"),
                row.getInt("minutes"),
                row.getBoolean("daily"),
                row.getObject("from_date", LocalDate.class),
                row.getInt("next_ordinal"));
    }
}
