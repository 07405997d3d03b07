package org.onmaru.server.hall.floor;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.hall.meeting.MeetingId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Hands and turns in the database.
@Component
class FloorStore {

    private final JdbcClient jdbc;

    FloorStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Whoever changes a floor holds it until the transaction ends. An agenda is held before its floor, never after.
    @Transactional(propagation = Propagation.MANDATORY)
    public Floor hold(MeetingId meeting) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtext('floor'), hashtext(?))")
                .param(meeting.value().toString())
                .query(row -> {});
        return of(meeting);
    }

    Floor of(MeetingId meeting) {
        var hands = jdbc.sql("SELECT * FROM floor_hand WHERE meeting_id = ? ORDER BY number")
                .param(meeting.value())
                .query((row, _) ->
                        new Hand(plate(row), row.getTimestamp("raised_at").toInstant()))
                .list();
        var turns = jdbc.sql("SELECT * FROM floor_turn WHERE meeting_id = ? ORDER BY number")
                .param(meeting.value())
                .query(FloorStore::turn)
                .list();
        return new Floor(meeting, hands, turns);
    }

    /// Who has the floor of each of these; those in which nobody has it are not there.
    Map<MeetingId, Turn> speaking(Collection<MeetingId> meetings) {
        if (meetings.isEmpty()) {
            return Map.of();
        }
        var speaking = new HashMap<MeetingId, Turn>();
        jdbc.sql("SELECT * FROM floor_turn WHERE ended_at IS NULL AND meeting_id IN (:meetings)")
                .param("meetings", meetings.stream().map(MeetingId::value).toList())
                .query(row -> {
                    speaking.put(new MeetingId(row.getObject("meeting_id", UUID.class)), turn(row, 0));
                });
        return speaking;
    }

    /// Meetings in which somebody has the floor or asks for it.
    Set<MeetingId> astir() {
        return new HashSet<>(jdbc.sql("""
                SELECT meeting_id FROM floor_hand UNION SELECT meeting_id FROM floor_turn WHERE ended_at IS NULL""")
                .query((row, _) -> new MeetingId(row.getObject(1, UUID.class)))
                .list());
    }

    /// Writes down what is new. What ends is written before what begins: one person has the floor.
    void save(Floor before, Floor after) {
        before.hands().stream()
                .filter(hand -> !after.hands().contains(hand))
                .forEach(hand -> jdbc.sql("DELETE FROM floor_hand WHERE meeting_id = ? AND identity = ?")
                        .params(after.meeting().value(), hand.who().identity())
                        .update());
        after.hands().stream().filter(hand -> !before.hands().contains(hand)).forEach(hand -> raise(after, hand));
        after.turns().stream()
                .filter(turn -> !before.turns().contains(turn))
                .forEach(turn -> put(after.meeting(), turn));
    }

    private void raise(Floor floor, Hand hand) {
        var who = hand.who();
        jdbc.sql("INSERT INTO floor_hand (meeting_id, identity, name, unit, post, raised_at) VALUES (?, ?, ?, ?, ?, ?)")
                .params(
                        floor.meeting().value(),
                        who.identity(),
                        who.name(),
                        who.unit(),
                        who.post(),
                        Timestamp.from(hand.raisedAt()))
                .update();
    }

    private void put(MeetingId meeting, Turn turn) {
        var to = turn.to();
        jdbc.sql("""
                INSERT INTO floor_turn VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (meeting_id, number)
                DO UPDATE SET open = excluded.open, minutes = excluded.minutes, ended_at = excluded.ended_at,
                    interrupts = excluded.interrupts""")
                .param(meeting.value())
                .param(turn.number())
                .param(turn.first())
                .param(turn.kind().name())
                .param(turn.who().identity())
                .param(turn.who().name())
                .param(turn.who().unit())
                .param(turn.who().post())
                .param(turn.item())
                .param(turn.open())
                .param(turn.minutes())
                .param(Timestamp.from(turn.from()))
                .param(to == null ? null : Timestamp.from(to))
                .param(turn.interrupts())
                .update();
    }

    private static Plate plate(ResultSet row) throws SQLException {
        return new Plate(
                row.getString("identity"), row.getString("name"), row.getString("unit"), row.getString("post"));
    }

    private static Turn turn(ResultSet row, int number) throws SQLException {
        return new Turn(
                row.getInt("number"),
                row.getInt("first"),
                Turn.Kind.valueOf(row.getString("kind")),
                plate(row),
                row.getString("item_key"),
                row.getBoolean("open"),
                row.getObject("minutes", Integer.class),
                row.getTimestamp("started_at").toInstant(),
                instant(row.getTimestamp("ended_at")),
                row.getObject("interrupts", Integer.class));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
