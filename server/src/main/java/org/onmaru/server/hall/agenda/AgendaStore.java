package org.onmaru.server.hall.agenda;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.hall.meeting.MeetingId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// What people did to agendas, what an agenda was when its meeting began, and which item ran when.
@Component
class AgendaStore {

    private static final TypeReference<List<Item>> ITEMS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json = JsonMapper.shared();

    AgendaStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// One edit with who made it and when.
    record Logged(int number, Edit edit, String by, Instant at) {}

    /// Whoever changes an agenda holds it until the transaction ends.
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(MeetingId meeting) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtext('agenda'), hashtext(?))")
                .param(meeting.value().toString())
                .query(row -> {});
    }

    List<Logged> edits(MeetingId meeting) {
        return jdbc.sql("SELECT number, edit, by_name, at FROM agenda_edit WHERE meeting_id = ? ORDER BY number")
                .param(meeting.value())
                .query((row, _) -> new Logged(
                        row.getInt("number"),
                        json.readValue(row.getString("edit"), Edit.class),
                        row.getString("by_name"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    void add(MeetingId meeting, Edit edit, String by, Instant at) {
        jdbc.sql("""
                INSERT INTO agenda_edit (meeting_id, number, edit, by_name, at)
                SELECT :meeting, coalesce(max(number), 0) + 1, :edit::jsonb, :by, :at
                FROM agenda_edit WHERE meeting_id = :meeting""")
                .param("meeting", meeting.value())
                .param("edit", json.writeValueAsString(edit))
                .param("by", by)
                .param("at", Timestamp.from(at))
                .update();
    }

    /// What had assembled itself when it was fixed; empty while it still assembles itself.
    Optional<List<Item>> fixed(MeetingId meeting) {
        return jdbc.sql("SELECT items FROM agenda_fixed WHERE meeting_id = ?")
                .param(meeting.value())
                .query(String.class)
                .optional()
                .map(text -> json.readValue(text, ITEMS));
    }

    void fix(MeetingId meeting, List<Item> items) {
        jdbc.sql("""
                INSERT INTO agenda_fixed VALUES (?, ?::jsonb)
                ON CONFLICT (meeting_id) DO UPDATE SET items = excluded.items""").params(meeting.value(), json.writeValueAsString(items)).update();
    }

    List<Run> runs(MeetingId meeting) {
        return jdbc.sql("SELECT * FROM agenda_run WHERE meeting_id = ? ORDER BY started_at, number")
                .param(meeting.value())
                .query(AgendaStore::run)
                .list();
    }

    void start(MeetingId meeting, Item item, String unit, Instant at) {
        jdbc.sql("""
                INSERT INTO agenda_run (meeting_id, item_key, title, title_en, unit, minutes, open, started_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        meeting.value(),
                        item.key(),
                        item.title(),
                        item.titleEn(),
                        unit,
                        item.minutes(),
                        item.open(),
                        Timestamp.from(at))
                .update();
    }

    /// The running item says something else now.
    void say(MeetingId meeting, Item item, String unit) {
        jdbc.sql("""
                UPDATE agenda_run SET title = ?, title_en = ?, unit = ?, minutes = ?, open = ?
                WHERE meeting_id = ? AND item_key = ? AND ended_at IS NULL""")
                .params(item.title(), item.titleEn(), unit, item.minutes(), item.open(), meeting.value(), item.key())
                .update();
    }

    Map<MeetingId, CurrentItem> current(Collection<MeetingId> meetings) {
        if (meetings.isEmpty()) {
            return Map.of();
        }
        var current = new HashMap<MeetingId, CurrentItem>();
        jdbc.sql("SELECT * FROM agenda_run WHERE ended_at IS NULL AND meeting_id IN (:meetings)")
                .param("meetings", meetings.stream().map(MeetingId::value).toList())
                .query(row -> {
                    current.put(
                            new MeetingId(row.getObject("meeting_id", UUID.class)),
                            new CurrentItem(
                                    row.getString("item_key"),
                                    row.getString("title"),
                                    row.getString("title_en"),
                                    row.getString("unit"),
                                    row.getInt("minutes"),
                                    row.getBoolean("open"),
                                    row.getTimestamp("started_at").toInstant()));
                });
        return current;
    }

    /// Returns whether an item was running.
    boolean finish(MeetingId meeting, Instant at) {
        return jdbc.sql("UPDATE agenda_run SET ended_at = ? WHERE meeting_id = ? AND ended_at IS NULL")
                        .params(Timestamp.from(at), meeting.value())
                        .update()
                > 0;
    }

    private static Run run(ResultSet row, int number) throws SQLException {
        return new Run(
                row.getString("item_key"),
                row.getTimestamp("started_at").toInstant(),
                instant(row.getTimestamp("ended_at")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
