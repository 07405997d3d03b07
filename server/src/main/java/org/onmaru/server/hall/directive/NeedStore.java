package org.onmaru.server.hall.directive;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.city.directory.UnitId;
import org.onmaru.server.hall.meeting.MeetingId;
import org.onmaru.server.hall.series.SeriesId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Needs in the database.
@Component
class NeedStore {

    private final JdbcClient jdbc;

    NeedStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// False when it was written down before; waits for whoever is just doing it.
    boolean insert(Need need) {
        var meeting = need.meeting();
        return jdbc.sql("""
                INSERT INTO directive_need (id, series_id, unit_id, unit_name, sentence, meeting_id, report_id,
                    rehearsal, raised_at, raised_by, state, version)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""")
                        .param(need.id().value())
                        .param(need.series().value())
                        .param(need.unit().value())
                        .param(need.unitName())
                        .param(need.sentence())
                        .param(meeting == null ? null : meeting.value())
                        .param(need.report())
                        .param(need.rehearsal())
                        .param(Timestamp.from(need.raisedAt()))
                        .param(need.raisedBy())
                        .param(need.state().name())
                        .param(need.version())
                        .update()
                == 1;
    }

    void update(Need need) {
        var answer = Objects.requireNonNull(need.answer());
        var directive = answer.directive();
        jdbc.sql("""
                UPDATE directive_need SET state = ?, answering_unit_id = ?, answering_unit_name = ?, answer_date = ?,
                    answer_words = ?, answered_by = ?, answered_at = ?, answered_in = ?, directive_id = ?, version = ?
                WHERE id = ?""")
                .param(need.state().name())
                .param(answer.unit().value())
                .param(answer.unitName())
                .param(answer.date())
                .param(answer.words())
                .param(answer.by())
                .param(Timestamp.from(answer.at()))
                .param(answer.meeting().value())
                .param(directive == null ? null : directive.value())
                .param(need.version())
                .param(need.id().value())
                .update();
    }

    Optional<Need> find(NeedId id) {
        return where("id = ?", id.value()).stream().findFirst();
    }

    /// Held until the transaction ends.
    Optional<Need> lock(NeedId id) {
        return where("id = ? FOR UPDATE", id.value()).stream().findFirst();
    }

    List<Need> ofMeeting(MeetingId meeting) {
        return where("meeting_id = ? ORDER BY raised_at, id", meeting.value());
    }

    List<Need> answeredIn(MeetingId meeting) {
        return where("answered_in = ? ORDER BY answered_at, id", meeting.value());
    }

    List<Need> raised(SeriesId series, Instant from, Instant until) {
        return where(
                "series_id = ? AND NOT rehearsal AND raised_at >= ? AND raised_at < ? ORDER BY raised_at, id",
                series.value(),
                Timestamp.from(from),
                Timestamp.from(until));
    }

    /// A page of what somebody looks for and may see, the oldest first.
    ///
    /// @param wantedSeries null for any, as the next two
    /// @param seen series all of whose needs they see
    /// @param own units whose needs, and answers to others, they see
    List<Need> find(
            @Nullable UUID wantedSeries,
            @Nullable UUID wantedUnit,
            Need.@Nullable State state,
            Set<UUID> seen,
            Set<UnitId> own,
            int offset,
            int limit) {
        var units = DirectiveStore.texts(own.stream().map(UnitId::value));
        return jdbc.sql("""
                SELECT * FROM directive_need
                WHERE NOT rehearsal AND (series_id = ANY (CAST(? AS uuid[])) OR unit_id = ANY (CAST(? AS uuid[]))
                    OR answering_unit_id = ANY (CAST(? AS uuid[])))
                    AND series_id = coalesce(?, series_id) AND unit_id = coalesce(?, unit_id)
                    AND state = coalesce(?, state)
                ORDER BY raised_at, id OFFSET ? LIMIT ?""")
                .param(DirectiveStore.texts(seen.stream()))
                .param(units)
                .param(units)
                .param(wantedSeries)
                .param(wantedUnit)
                .param(state == null ? null : state.name())
                .param(offset)
                .param(limit)
                .query(NeedStore::need)
                .list();
    }

    List<Need> waiting(UnitId unit) {
        return where(
                "unit_id = ? AND NOT rehearsal AND state IN ('OPEN', 'UNDER_STUDY') ORDER BY raised_at, id",
                unit.value());
    }

    /// Those of a series that nobody has answered, oldest first.
    List<Need> open(SeriesId series) {
        return where("series_id = ? AND NOT rehearsal AND state = 'OPEN' ORDER BY raised_at, id", series.value());
    }

    /// What the unit said it would study, the earliest day first.
    List<Need> studiedBy(UnitId unit) {
        return where(
                "answering_unit_id = ? AND NOT rehearsal AND state = 'UNDER_STUDY' ORDER BY answer_date, raised_at, id",
                unit.value());
    }

    List<Need> answeredSince(UnitId unit, Instant since) {
        return where(
                "unit_id = ? AND NOT rehearsal AND answered_at >= ? ORDER BY answered_at, id",
                unit.value(),
                Timestamp.from(since));
    }

    private List<Need> where(String condition, Object... values) {
        return jdbc.sql("SELECT * FROM directive_need WHERE " + condition)
                .params(values)
                .query(NeedStore::need)
                .list();
    }

    private static Need need(ResultSet row, int number) throws SQLException {
        var meeting = row.getObject("meeting_id", UUID.class);
        return new Need(
                new NeedId(row.getObject("id", UUID.class)),
                new SeriesId(row.getObject("series_id", UUID.class)),
                new UnitId(row.getObject("unit_id", UUID.class)),
                row.getString("unit_name"),
                row.getString("sentence"),
                meeting == null ? null : new MeetingId(meeting),
                row.getObject("report_id", UUID.class),
                row.getBoolean("rehearsal"),
                row.getTimestamp("raised_at").toInstant(),
                row.getString("raised_by"),
                Need.State.valueOf(row.getString("state")),
                answer(row),
                row.getInt("version"));
    }

    private static Need.@Nullable Answer answer(ResultSet row) throws SQLException {
        var at = row.getTimestamp("answered_at");
        if (at == null) {
            return null;
        }
        var directive = row.getObject("directive_id", UUID.class);
        return new Need.Answer(
                new UnitId(row.getObject("answering_unit_id", UUID.class)),
                row.getString("answering_unit_name"),
                row.getObject("answer_date", LocalDate.class),
                row.getString("answer_words"),
                row.getString("answered_by"),
                at.toInstant(),
                new MeetingId(row.getObject("answered_in", UUID.class)),
                directive == null ? null : new DirectiveId(directive));
    }
}
