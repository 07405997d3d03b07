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
import org.onmaru.server.city.audit.Audit;
import org.onmaru.server.city.audit.Subject;
import org.onmaru.server.problem.Problem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The series of the city.
@Component
public class SeriesBook {

    /// Each series by the name that its phase of that day gives it; before its first phase, by that one's.
    private static final String WITH_NAME = """
            SELECT s.*, p.name, p.name_en FROM series_series s JOIN LATERAL (
                SELECT name, name_en FROM series_phase WHERE series_id = s.id
                ORDER BY from_date <= :today DESC,
                    CASE WHEN from_date <= :today THEN from_date END DESC, from_date
                LIMIT 1) p ON true""";

    private final JdbcClient jdbc;
    private final PhaseBook phases;
    private final Audit audit;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    SeriesBook(JdbcClient jdbc, PhaseBook phases, Audit audit, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.phases = phases;
        this.audit = audit;
        this.clock = clock;
        this.events = events;
    }

    /// Oldest first.
    public List<Series> all() {
        return jdbc.sql(WITH_NAME + " ORDER BY s.created_at, s.id")
                .param("today", LocalDate.now(clock))
                .query(SeriesBook::series)
                .list();
    }

    public Optional<Series> find(SeriesId id) {
        return jdbc.sql(WITH_NAME + " WHERE s.id = :id")
                .param("today", LocalDate.now(clock))
                .param("id", id.value())
                .query(SeriesBook::series)
                .optional();
    }

    public Series get(SeriesId id) {
        return find(id).orElseThrow(
                        () -> Problem.missing("series-missing", "그런 회의체가 없습니다.", "There is no such series."));
    }

    /// Those that were ever called something with these letters in it, by any phase.
    public List<Series> called(String text) {
        var ids = phases.seriesCalled(text);
        return all().stream().filter(series -> ids.contains(series.id())).toList();
    }

    /// Begins its first phase with it.
    @Transactional
    public Series create(Series.Plan plan) {
        var id = new SeriesId(UUID.randomUUID());
        jdbc.sql("""
                INSERT INTO series_series (id, starts_at, opens_minutes_before, minutes, recurrence, on_holidays,
                    from_date, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        id.value(),
                        plan.startsAt(),
                        plan.opensMinutesBefore(),
                        plan.minutes(),
                        plan.recurrence().text(),
                        plan.onHolidays().name(),
                        plan.from(),
                        Timestamp.from(clock.instant()))
                .update();
        phases.begin(id, plan.from(), Phase.Plan.first(plan.name(), plan.nameEn()));
        var created = get(id);
        audit.changed("series.created", Subject.of("series", id.value()), null, created);
        events.publishEvent(new SeriesChanged(created, null));
        return created;
    }

    @Transactional
    public Series update(SeriesId id, Series.Plan plan) {
        var before = get(id);
        jdbc.sql("""
                UPDATE series_series SET starts_at = ?, opens_minutes_before = ?, minutes = ?, recurrence = ?,
                    on_holidays = ?, from_date = ? WHERE id = ?""")
                .params(
                        plan.startsAt(),
                        plan.opensMinutesBefore(),
                        plan.minutes(),
                        plan.recurrence().text(),
                        plan.onHolidays().name(),
                        plan.from(),
                        id.value())
                .update();
        phases.correctName(id, LocalDate.now(clock), plan.name(), plan.nameEn());
        return changed("series.changed", before);
    }

    /// Begins a phase; the one before ends the day before.
    @Transactional
    public Series beginPhase(SeriesId id, LocalDate from, Phase.Plan plan) {
        var before = get(id);
        phases.begin(id, from, plan);
        return changed("series.phase-began", before);
    }

    /// Corrects a phase; meetings that were held keep the name they had.
    @Transactional
    public Series changePhase(SeriesId id, UUID phase, Phase.Plan plan) {
        var before = get(id);
        phases.change(id, phase, plan);
        return changed("series.phase-changed", before);
    }

    /// Takes a phase back that has not begun.
    @Transactional
    public Series dropPhase(SeriesId id, UUID phase) {
        var before = get(id);
        phases.drop(id, phase, LocalDate.now(clock));
        return changed("series.phase-dropped", before);
    }

    private Series changed(String action, Series before) {
        var now = get(before.id());
        audit.changed(action, Subject.of("series", now.id().value()), before, now);
        events.publishEvent(new SeriesChanged(now, null));
        return now;
    }

    /// The next meeting takes this number; those that were taken stay theirs.
    ///
    /// @throws Problem when it was taken
    @Transactional
    public Series countOn(SeriesId id, int next) {
        var before = get(id);
        int moved = jdbc.sql("UPDATE series_series SET next_ordinal = ? WHERE id = ? AND next_ordinal <= ?")
                .params(next, id.value(), next)
                .update();
        if (moved == 0) {
            throw Problem.conflict(
                    "ordinal-taken",
                    "이미 쓴 회차입니다. 제" + before.nextOrdinal() + "회부터 정할 수 있습니다.",
                    "That number is taken; it can be " + before.nextOrdinal() + " or more.");
        }
        return changed("series.ordinal", before);
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
                Recurrence.parse(row.getString("recurrence")),
                OnHolidays.valueOf(row.getString("on_holidays")),
                row.getObject("from_date", LocalDate.class),
                row.getInt("next_ordinal"));
    }
}
