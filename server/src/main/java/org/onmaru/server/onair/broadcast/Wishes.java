package org.onmaru.server.onair.broadcast;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.city.audit.Audit;
import org.onmaru.server.city.audit.Subject;
import org.onmaru.server.hall.meeting.MeetingId;
import org.onmaru.wire.Gate;
import org.onmaru.wire.GateReason;
import org.onmaru.wire.Layout;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Keeps what hosts wish, and the log of the gate. The studio's right to be on air is renewed from here only.
@Repository
class Wishes {

    /// Who wished, in the gate's log, when nobody did.
    private static final String BY_ITSELF = "회의실이 비어 저절로";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Audit audit;

    Wishes(JdbcClient jdbc, Clock clock, Audit audit) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.audit = audit;
    }

    Wish of(MeetingId meeting) {
        return of(List.of(meeting)).getOrDefault(meeting, Wish.NOTHING);
    }

    /// The wishes that were ever made for these meetings.
    Map<MeetingId, Wish> of(Collection<MeetingId> meetings) {
        Map<MeetingId, Wish> found = new HashMap<>();
        if (meetings.isEmpty()) {
            return found;
        }
        jdbc.sql(
                        "select meeting, wanted, layout, first_on_air_at, left_empty from broadcast where meeting in (:meetings)")
                .param("meetings", meetings.stream().map(MeetingId::value).toList())
                .query(row -> {
                    found.put(
                            new MeetingId(row.getObject("meeting", UUID.class)),
                            new Wish(
                                    Gate.valueOf(row.getString("wanted")),
                                    Layout.valueOf(row.getString("layout")),
                                    row.getObject("first_on_air_at") != null,
                                    row.getBoolean("left_empty")));
                });
        return found;
    }

    @Transactional
    void want(MeetingId meeting, Gate side, String by) {
        audit.changed(
                "programme.gate",
                Subject.of("meeting", meeting.value()),
                of(meeting).wanted(),
                side);
        jdbc.sql("""
                insert into broadcast (meeting, wanted) values (:meeting, :side)
                on conflict (meeting) do update set wanted = excluded.wanted, left_empty = false
                """)
                .param("meeting", meeting.value())
                .param("side", side.name())
                .update();
        log(meeting, side, "WISH", by, clock.instant(), null);
    }

    /// Off air because the room stayed empty. True when this call changed the wish: of many servers one says so.
    @Transactional
    boolean leaveEmpty(MeetingId meeting) {
        boolean changed = jdbc.sql("""
                update broadcast set wanted = 'OFF_AIR', left_empty = true
                where meeting = :meeting and wanted = 'ON_AIR'
                """).param("meeting", meeting.value()).update() == 1;
        if (changed) {
            audit.changed("programme.gate", Subject.of("meeting", meeting.value()), Gate.ON_AIR, Gate.OFF_AIR);
            log(meeting, Gate.OFF_AIR, "WISH", BY_ITSELF, clock.instant(), null);
        }
        return changed;
    }

    /// When a host last wished on air.
    Optional<Instant> lastOnAir(MeetingId meeting) {
        return jdbc.sql("""
                select at from broadcast_gate where meeting = :meeting and kind = 'WISH' and side = 'ON_AIR'
                order by at desc limit 1
                """)
                .param("meeting", meeting.value())
                .query((row, number) ->
                        row.getObject("at", OffsetDateTime.class).toInstant())
                .optional();
    }

    @Transactional
    void show(MeetingId meeting, Layout layout) {
        audit.changed(
                "programme.layout",
                Subject.of("meeting", meeting.value()),
                of(meeting).layout(),
                layout);
        jdbc.sql("""
                insert into broadcast (meeting, layout) values (:meeting, :layout)
                on conflict (meeting) do update set layout = excluded.layout
                """)
                .param("meeting", meeting.value())
                .param("layout", layout.name())
                .update();
    }

    /// Keeps that the studio moved the gate.
    @Transactional
    void moved(MeetingId meeting, Gate side, GateReason reason, Instant at, long programmeMs) {
        log(meeting, side, "MOVED", reason.name(), at, programmeMs);
        if (side == Gate.ON_AIR) {
            jdbc.sql("""
                    update broadcast set first_on_air_at = :at where meeting = :meeting and first_on_air_at is null
                    """).param("at", utc(at)).param("meeting", meeting.value()).update();
        }
    }

    List<GateLine> gateLog(MeetingId meeting) {
        return jdbc.sql("select side, kind, by, at, programme_ms from broadcast_gate where meeting = :m order by id")
                .param("m", meeting.value())
                .query((row, number) -> new GateLine(
                        Gate.valueOf(row.getString("side")),
                        GateLine.Kind.valueOf(row.getString("kind")),
                        row.getString("by"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getObject("programme_ms", Long.class)))
                .list();
    }

    /// Forgets everything about a rehearsal.
    @Transactional
    void forget(MeetingId meeting) {
        for (String table : List.of("broadcast", "broadcast_gate")) {
            jdbc.sql("delete from " + table + " where meeting = :meeting")
                    .param("meeting", meeting.value())
                    .update();
        }
    }

    private void log(MeetingId meeting, Gate side, String kind, String by, Instant at, @Nullable Long programmeMs) {
        jdbc.sql("""
                insert into broadcast_gate (meeting, side, kind, by, at, programme_ms)
                values (:meeting, :side, :kind, :by, :at, :programmeMs)
                """)
                .param("meeting", meeting.value())
                .param("side", side.name())
                .param("kind", kind)
                .param("by", by)
                .param("at", utc(at))
                .param("programmeMs", programmeMs)
                .update();
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
