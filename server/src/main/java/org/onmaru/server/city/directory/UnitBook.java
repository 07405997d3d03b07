package org.onmaru.server.city.directory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.city.audit.Audit;
import org.onmaru.server.city.audit.Subject;
import org.onmaru.server.problem.Problem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The units and their dated names, in the database.
@Component
public class UnitBook implements Directory {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Audit audit;

    UnitBook(JdbcClient jdbc, ApplicationEventPublisher events, Audit audit) {
        this.jdbc = jdbc;
        this.events = events;
        this.audit = audit;
    }

    @Override
    public List<Unit> unitsOn(LocalDate day) {
        return all().stream()
                .filter(unit -> unit.existsOn(day))
                .map(unit -> unit.unitOn(day))
                .toList();
    }

    @Override
    public Optional<Unit> unit(UnitId id, LocalDate day) {
        return all().stream()
                .filter(unit -> unit.id().equals(id) && unit.existsOn(day))
                .map(unit -> unit.unitOn(day))
                .findFirst();
    }

    /// Adds a unit at the last seat.
    @Transactional
    public UnitId create(String name, String nameEn, Unit.Kind kind, LocalDate from, boolean synthetic) {
        var id = new UnitId(UUID.randomUUID());
        jdbc.sql("LOCK TABLE directory_unit IN EXCLUSIVE MODE").update();
        jdbc.sql("""
                INSERT INTO directory_unit (id, kind, seat, synthetic)
                SELECT ?, ?, coalesce(max(seat), 0) + 1, ? FROM directory_unit""").params(id.value(), kind.name(), synthetic).update();
        insertName(id, name, nameEn, from);
        audit.changed("unit.created", Subject.of("unit", id.value()), null, hold(id));
        return id;
    }

    /// Gives the unit another name from that day on.
    @Transactional
    public void rename(UnitId id, String name, String nameEn, LocalDate from) {
        var unit = hold(id);
        if (unit.span().endsBefore(from)) {
            unit.requireThroughout(new Span(from, from));
        }
        try {
            insertName(id, name, nameEn, from);
        } catch (DuplicateKeyException sameDay) {
            throw Problem.conflict(
                    "unit-name-same-day",
                    "그 날짜부터 쓰는 이름이 이미 있습니다. 다른 날짜를 고르십시오.",
                    "The unit already has a name from that day; choose another day.");
        }
        audit.changed("unit.renamed", Subject.of("unit", id.value()), unit, hold(id));
        events.publishEvent(new NamesChanged());
    }

    /// Gives the unit a last day, on which its posts end too; null takes the last day back.
    @Transactional
    public void end(UnitId id, @Nullable LocalDate lastDay) {
        var unit = hold(id);
        var days = unit.span().endingOn(lastDay);
        jdbc.sql("UPDATE directory_unit SET until_date = ? WHERE id = ?")
                .param(days.until())
                .param(id.value())
                .update();
        audit.changed("unit.ended", Subject.of("unit", id.value()), unit, hold(id));
        if (lastDay != null) {
            events.publishEvent(new UnitEnded(id, lastDay));
        }
    }

    /// The unit, to which nobody else changes anything until this transaction ends.
    ///
    /// @throws Problem when there is no such unit
    UnitNames hold(UnitId id) {
        jdbc.sql("SELECT 1 FROM directory_unit WHERE id = ? FOR UPDATE")
                .param(id.value())
                .query(row -> {});
        return find(id).orElseThrow(() -> Problem.missing("unit-missing", "그런 부서·기관이 없습니다.", "There is no such unit."));
    }

    /// Every unit with all its names, in seat order.
    public List<UnitNames> all() {
        var names = new LinkedHashMap<UnitId, List<UnitNames.Name>>();
        var units = new LinkedHashMap<UnitId, UnitNames>();
        jdbc.sql("""
                SELECT u.id, u.kind, u.seat, u.synthetic, u.until_date, n.from_date, n.name, n.name_en
                FROM directory_unit u JOIN directory_unit_name n ON n.unit_id = u.id
                ORDER BY u.seat, n.from_date""").query(row -> {
            var id = new UnitId(row.getObject("id", UUID.class));
            var list = names.computeIfAbsent(id, _ -> new ArrayList<>());
            list.add(new UnitNames.Name(
                    row.getObject("from_date", LocalDate.class), row.getString("name"), row.getString("name_en")));
            units.put(
                    id,
                    new UnitNames(
                            id,
                            Unit.Kind.valueOf(row.getString("kind")),
                            row.getInt("seat"),
                            row.getBoolean("synthetic"),
                            row.getObject("until_date", LocalDate.class),
                            list));
        });
        return List.copyOf(units.values());
    }

    public Optional<UnitNames> find(UnitId id) {
        return all().stream().filter(unit -> unit.id().equals(id)).findFirst();
    }

    private void insertName(UnitId id, String name, String nameEn, LocalDate from) {
        jdbc.sql("INSERT INTO directory_unit_name (unit_id, from_date, name, name_en) VALUES (?, ?, ?, ?)")
                .params(id.value(), from, name.strip(), nameEn.strip())
                .update();
    }
}
