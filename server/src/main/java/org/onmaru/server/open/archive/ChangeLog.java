package org.onmaru.server.open.archive;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.hall.series.SeriesId;
import org.onmaru.server.open.archive.index.Standing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What changed since an index was made, in the database: written by the transaction that changes it, so no crash
/// between the two loses one, and read by every server for its own index.
@Component
class ChangeLog {

    private static final Duration KEPT = Duration.ofDays(30);

    private final JdbcClient jdbc;
    private final Clock clock;

    ChangeLog(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// @param seen the first transaction whose changes may be missing here
    /// @param named series that are called otherwise
    record Changes(String seen, Set<SeriesId> named, Set<Day> days) {}

    void changed(Day day) {
        add(day.series(), day.date());
    }

    void named(SeriesId series) {
        add(series, null);
    }

    private void add(SeriesId series, @Nullable LocalDate date) {
        jdbc.sql("INSERT INTO archive_change (series_id, date, at) VALUES (?, ?, ?)")
                .param(series.value())
                .param(date)
                .param(Timestamp.from(clock.instant()))
                .update();
    }

    /// Where an index stands that reads everything from now on.
    Standing now() {
        return jdbc.sql("""
                SELECT s.system_identifier || '/' || d.oid AS database, pg_snapshot_xmin(pg_current_snapshot()) AS seen
                FROM pg_control_system() s, pg_database d WHERE d.datname = current_database()""")
                .query((row, _) -> new Standing(row.getString("database"), row.getString("seen")))
                .single();
    }

    /// Whether all that an index misses is still known.
    boolean reaches(Standing standing) {
        var now = now();
        return now.database().equals(standing.database())
                && jdbc.sql("""
                        SELECT CAST(? AS text)::xid8 > by_transaction AND CAST(? AS text)::xid8 <= CAST(? AS text)::xid8
                        FROM archive_horizon""")
                        .params(standing.seen(), standing.seen(), now.seen())
                        .query(Boolean.class)
                        .single();
    }

    /// What transactions from that one on changed. One that is still running is asked for again next time.
    Changes since(String seen) {
        var named = new HashSet<SeriesId>();
        var days = new HashSet<Day>();
        var until = new String[] {seen};
        jdbc.sql("""
                SELECT DISTINCT pg_snapshot_xmin(pg_current_snapshot())::text AS seen, c.series_id, c.date
                FROM archive_horizon LEFT JOIN archive_change c ON c.by_transaction >= CAST(? AS text)::xid8""").param(seen).query(row -> {
            until[0] = row.getString("seen");
            var id = row.getObject("series_id", UUID.class);
            if (id != null) {
                var series = new SeriesId(id);
                var date = row.getObject("date", LocalDate.class);
                if (date == null) {
                    named.add(series);
                } else {
                    days.add(new Day(series, date));
                }
            }
        });
        return new Changes(until[0], named, days);
    }

    @Transactional
    public void forgetOld() {
        jdbc.sql("""
                WITH gone AS (DELETE FROM archive_change WHERE at < ? RETURNING by_transaction)
                UPDATE archive_horizon h SET by_transaction = g.by_transaction
                FROM (SELECT by_transaction FROM gone ORDER BY by_transaction DESC LIMIT 1) g
                WHERE g.by_transaction > h.by_transaction""").param(Timestamp.from(clock.instant().minus(KEPT))).update();
    }
}
