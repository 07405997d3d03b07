package org.onmaru.server.hall.directive;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.city.directory.UnitId;
import org.onmaru.server.hall.meeting.MeetingId;
import org.onmaru.server.hall.meeting.MeetingView;
import org.onmaru.server.hall.series.SeriesId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Directives in the database.
@Component
class DirectiveStore {

    private static final String IN_ORDER = " ORDER BY due NULLS LAST, year, number, capture_id, place";

    private final JdbcClient jdbc;

    DirectiveStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// False when it was captured before; waits for whoever is just doing it.
    boolean insert(Capture capture) {
        return jdbc.sql(
                                "INSERT INTO directive_capture (id, meeting_id, line, content) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING")
                        .params(capture.id(), capture.meeting().id().value(), capture.line(), capture.content())
                        .update()
                == 1;
    }

    /// What was saved from it, to tell the same again from something else.
    String content(UUID capture) {
        return jdbc.sql("SELECT content FROM directive_capture WHERE id = ?")
                .param(capture)
                .query(String.class)
                .single();
    }

    int nextNumber(SeriesId series, int year) {
        return jdbc.sql("""
                INSERT INTO directive_number (series_id, year, next) VALUES (?, ?, 2)
                ON CONFLICT (series_id, year) DO UPDATE SET next = directive_number.next + 1 RETURNING next - 1""").params(series.value(), year).query(Integer.class).single();
    }

    /// @param place 1, 2, 3 … among the owners of its line
    void insert(Directive directive, int place) {
        jdbc.sql("""
                INSERT INTO directive_directive (id, capture_id, place, series_id, meeting_id, meeting_date, rehearsal,
                    year, number, sentence, unit_id, unit_name, asked_unit_id, asked_unit_name, due, given_by, said_at,
                    state, version)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(directive.id().value())
                .param(directive.capture())
                .param(place)
                .param(directive.series().value())
                .param(directive.meeting().value())
                .param(directive.meetingDate())
                .param(directive.rehearsal())
                .param(directive.year())
                .param(directive.number())
                .param(directive.sentence())
                .param(directive.unit().value())
                .param(directive.unitName())
                .param(value(directive.askedUnit()))
                .param(directive.askedUnitName())
                .param(directive.due())
                .param(directive.givenBy())
                .param(Timestamp.from(directive.saidAt()))
                .param(directive.state().name())
                .param(directive.version())
                .update();
    }

    void update(Directive directive) {
        var into = directive.mergedInto();
        var closedAt = directive.closedAt();
        jdbc.sql("""
                UPDATE directive_directive SET unit_id = ?, unit_name = ?, state = ?, merged_into = ?, closed_at = ?,
                    version = ? WHERE id = ?""")
                .param(directive.unit().value())
                .param(directive.unitName())
                .param(directive.state().name())
                .param(into == null ? null : into.value())
                .param(closedAt == null ? null : Timestamp.from(closedAt))
                .param(directive.version())
                .param(directive.id().value())
                .update();
    }

    Optional<Directive> find(DirectiveId id) {
        return where("id = ?", id.value()).stream().findFirst();
    }

    List<Directive> all(Collection<DirectiveId> ids) {
        return where("id = ANY (CAST(? AS uuid[]))", (Object) texts(ids.stream().map(DirectiveId::value)));
    }

    /// Held until the transaction ends: two that want to move the same directive queue here.
    Optional<Directive> lock(DirectiveId id) {
        return jdbc.sql("SELECT * FROM directive_directive WHERE id = ? FOR UPDATE")
                .param(id.value())
                .query(DirectiveStore::directive)
                .optional();
    }

    List<Directive> ofCapture(UUID capture) {
        return jdbc.sql("SELECT * FROM directive_directive WHERE capture_id = ? ORDER BY place")
                .param(capture)
                .query(DirectiveStore::directive)
                .list();
    }

    /// In the order in which they were said.
    List<Directive> ofMeeting(MeetingId meeting) {
        return jdbc.sql("SELECT * FROM directive_directive WHERE meeting_id = ? ORDER BY said_at, year, number, place")
                .param(meeting.value())
                .query(DirectiveStore::directive)
                .list();
    }

    List<Directive> openOwnedBy(UnitId unit) {
        return where("unit_id = ? AND closed_at IS NULL AND NOT rehearsal", unit.value());
    }

    List<Directive> openAskedBy(UnitId unit) {
        return where("asked_unit_id = ? AND closed_at IS NULL AND NOT rehearsal", unit.value());
    }

    /// Open ones of the series from other meetings of that day or earlier ones.
    List<Directive> openBeside(MeetingView meeting) {
        return where(
                "series_id = ? AND closed_at IS NULL AND NOT rehearsal AND meeting_date <= ? AND meeting_id <> ?",
                meeting.series().value(),
                meeting.date(),
                meeting.id().value());
    }

    /// A page of what somebody looks for and may see.
    ///
    /// @param series whose directives they see
    /// @param units whose own and asked directives they see
    List<Directive> find(Wanted wanted, Set<UUID> series, Set<UnitId> units, int offset, int limit) {
        var order = " ORDER BY " + wanted.order().sql() + ", year, number, id OFFSET :offset LIMIT :limit";
        return search("SELECT * FROM directive_directive ", wanted, series, units, order)
                .param("offset", offset)
                .param("limit", limit)
                .query(DirectiveStore::directive)
                .list();
    }

    int count(Wanted wanted, Set<UUID> series, Set<UnitId> units) {
        return search("SELECT count(*) FROM directive_directive ", wanted, series, units, "")
                .query(Integer.class)
                .single();
    }

    /// When a directive or need changed that this meeting may know of.
    Optional<Instant> changedAt(MeetingView meeting) {
        var theirs = meeting.rehearsal() ? "meeting_id = :meeting" : "series_id = :series AND NOT rehearsal";
        return jdbc.sql("""
                        SELECT at FROM directive_step WHERE subject_id IN (
                            SELECT id FROM directive_directive WHERE %s UNION ALL SELECT id FROM directive_need WHERE %s)
                        ORDER BY at DESC LIMIT 1""".formatted(theirs, theirs))
                .param("meeting", meeting.id().value())
                .param("series", meeting.series().value())
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    private JdbcClient.StatementSpec search(
            String select, Wanted wanted, Set<UUID> series, Set<UnitId> units, String order) {
        var seen = new HashMap<>(wanted.parameters());
        seen.put("seen", texts(series.stream()));
        seen.put("own", texts(units.stream().map(UnitId::value)));
        return jdbc.sql(select
                        + "WHERE NOT rehearsal AND (series_id = ANY (CAST(:seen AS uuid[]))"
                        + " OR unit_id = ANY (CAST(:own AS uuid[])) OR asked_unit_id = ANY (CAST(:own AS uuid[])))"
                        + wanted.condition()
                        + order)
                .params(seen);
    }

    private List<Directive> where(String condition, Object... values) {
        return jdbc.sql("SELECT * FROM directive_directive WHERE " + condition + IN_ORDER)
                .params(values)
                .query(DirectiveStore::directive)
                .list();
    }

    static String[] texts(Stream<UUID> ids) {
        return ids.map(UUID::toString).toArray(String[]::new);
    }

    private static @Nullable UUID value(@Nullable UnitId unit) {
        return unit == null ? null : unit.value();
    }

    private static Directive directive(ResultSet row, int number) throws SQLException {
        var asked = row.getObject("asked_unit_id", UUID.class);
        var into = row.getObject("merged_into", UUID.class);
        var closedAt = row.getTimestamp("closed_at");
        return new Directive(
                new DirectiveId(row.getObject("id", UUID.class)),
                row.getObject("capture_id", UUID.class),
                new SeriesId(row.getObject("series_id", UUID.class)),
                new MeetingId(row.getObject("meeting_id", UUID.class)),
                row.getObject("meeting_date", LocalDate.class),
                row.getBoolean("rehearsal"),
                row.getInt("year"),
                row.getObject("number", Integer.class),
                row.getString("sentence"),
                new UnitId(row.getObject("unit_id", UUID.class)),
                row.getString("unit_name"),
                asked == null ? null : new UnitId(asked),
                row.getString("asked_unit_name"),
                row.getObject("due", LocalDate.class),
                row.getString("given_by"),
                row.getTimestamp("said_at").toInstant(),
                DirectiveState.valueOf(row.getString("state")),
                into == null ? null : new DirectiveId(into),
                closedAt == null ? null : closedAt.toInstant(),
                row.getInt("version"));
    }
}
