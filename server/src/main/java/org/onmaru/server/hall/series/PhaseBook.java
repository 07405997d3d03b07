package org.onmaru.server.hall.series;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.onmaru.server.city.directory.UnitId;
import org.onmaru.server.problem.Problem;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The phases of every series. Changed through [SeriesBook] only, which tells everybody.
@Component
public class PhaseBook {

    private final JdbcClient jdbc;

    PhaseBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Earliest first; never empty for a series that exists.
    public List<Phase> of(SeriesId series) {
        return jdbc.sql("SELECT * FROM series_phase WHERE series_id = ? ORDER BY from_date")
                .param(series.value())
                .query(this::phase)
                .list();
    }

    /// The phase of that day; the first one for days before it.
    public Phase on(SeriesId series, LocalDate day) {
        return find(series, day)
                .orElseThrow(() -> Problem.missing("series-missing", "그런 회의체가 없습니다.", "There is no such series."));
    }

    /// The same; empty when there is no such series.
    public Optional<Phase> find(SeriesId series, LocalDate day) {
        return Phase.on(of(series), day);
    }

    Set<SeriesId> seriesCalled(String text) {
        return jdbc.sql("""
                SELECT DISTINCT series_id FROM series_phase
                WHERE strpos(lower(name), lower(:text)) > 0 OR strpos(lower(name_en), lower(:text)) > 0""")
                .param("text", text.strip())
                .query((row, _) -> new SeriesId(row.getObject("series_id", UUID.class)))
                .set();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void begin(SeriesId series, LocalDate from, Phase.Plan plan) {
        var id = UUID.randomUUID();
        try {
            jdbc.sql("INSERT INTO series_phase VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(
                            id,
                            series.value(),
                            from,
                            plan.name().strip(),
                            plan.nameEn().strip(),
                            plan.theme().strip(),
                            plan.audience().name(),
                            plan.channel().name(),
                            plan.broadcast(),
                            plan.agendaTemplate().name())
                    .update();
        } catch (DuplicateKeyException sameDay) {
            throw Problem.conflict(
                    "phase-same-day",
                    "그 날짜에 시작하는 단계가 이미 있습니다. 그 단계를 고치거나 다른 날짜를 고르십시오.",
                    "A phase begins on that day already: change that one or choose another day.");
        }
        details(id, plan);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void change(SeriesId series, UUID phase, Phase.Plan plan) {
        var rows = jdbc.sql("""
                UPDATE series_phase SET name = ?, name_en = ?, theme = ?, audience = ?, channel = ?, broadcast = ?,
                    agenda_template = ? WHERE id = ? AND series_id = ?""")
                .params(
                        plan.name().strip(),
                        plan.nameEn().strip(),
                        plan.theme().strip(),
                        plan.audience().name(),
                        plan.channel().name(),
                        plan.broadcast(),
                        plan.agendaTemplate().name(),
                        phase,
                        series.value())
                .update();
        if (rows == 0) {
            throw missing();
        }
        jdbc.sql("DELETE FROM series_phase_unit WHERE phase_id = ?")
                .param(phase)
                .update();
        jdbc.sql("DELETE FROM series_phase_cut_off WHERE phase_id = ?")
                .param(phase)
                .update();
        details(phase, plan);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void correctName(SeriesId series, LocalDate day, String name, String nameEn) {
        jdbc.sql("UPDATE series_phase SET name = ?, name_en = ? WHERE id = ?")
                .params(name.strip(), nameEn.strip(), on(series, day).id())
                .update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void drop(SeriesId series, UUID phase, LocalDate today) {
        var all = of(series);
        var found = find(all, phase).orElseThrow(PhaseBook::missing);
        if (all.size() == 1 || !found.from().isAfter(today)) {
            throw Problem.conflict(
                    "phase-began",
                    "이미 시작한 단계는 지울 수 없습니다. 새 단계를 시작하십시오.",
                    "A phase that began cannot be taken back; begin another one.");
        }
        jdbc.sql("DELETE FROM series_phase WHERE id = ?").param(phase).update();
    }

    private static Optional<Phase> find(List<Phase> phases, UUID id) {
        return phases.stream().filter(phase -> phase.id().equals(id)).findFirst();
    }

    private static Problem missing() {
        return Problem.missing("phase-missing", "그런 단계가 없습니다.", "There is no such phase.");
    }

    private void details(UUID phase, Phase.Plan plan) {
        var units = plan.units();
        for (int place = 0; place < units.size(); place++) {
            jdbc.sql("INSERT INTO series_phase_unit VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
                    .params(phase, units.get(place).value(), place)
                    .update();
        }
        for (var at : plan.cutOffs()) {
            jdbc.sql("INSERT INTO series_phase_cut_off VALUES (?, ?)")
                    .params(phase, at)
                    .update();
        }
    }

    private Phase phase(ResultSet row, int number) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new Phase(
                id,
                row.getObject("from_date", LocalDate.class),
                new Phase.Plan(
                        row.getString("name"),
                        row.getString("name_en"),
                        row.getString("theme"),
                        Phase.Audience.valueOf(row.getString("audience")),
                        Phase.Channel.valueOf(row.getString("channel")),
                        row.getBoolean("broadcast"),
                        Phase.AgendaTemplate.valueOf(row.getString("agenda_template")),
                        jdbc.sql("SELECT unit_id FROM series_phase_unit WHERE phase_id = ? ORDER BY place")
                                .param(id)
                                .query((unit, _) -> new UnitId(unit.getObject("unit_id", UUID.class)))
                                .list(),
                        jdbc.sql("SELECT at FROM series_phase_cut_off WHERE phase_id = ? ORDER BY at")
                                .param(id)
                                .query((cutOff, _) -> cutOff.getObject("at", LocalTime.class))
                                .list()));
    }
}
