package org.onmaru.server.hall.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.city.directory.UnitId;
import org.onmaru.server.hall.series.SeriesId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The figures of the latest versions, each beside what it was at the cut-off and what the unit filed before it.
@Component
class FiledFigures {

    /// `kept` is the version that was valid at the cut-off; the first, when that was late already.
    private static final String QUERY = """
            WITH filed AS (
                SELECT r.id, r.date, r.cut_off, r.unit_id, max(v.number) AS latest,
                    coalesce(max(v.number) FILTER (WHERE NOT v.late), 1) AS kept
                FROM report_report r JOIN report_version v ON v.report_id = r.id
                WHERE r.series_id = :series AND r.date <= :to
                GROUP BY r.id
            ), figure AS (
                SELECT filed.*, f.metric, f.this_period, f.to_date, k.this_period AS kept_period, k.to_date AS kept_date,
                    lag(f.to_date) OVER (PARTITION BY filed.unit_id, f.metric ORDER BY filed.date, filed.cut_off)
                        AS before
                FROM filed JOIN report_figure f ON f.report_id = filed.id AND f.number = filed.latest
                LEFT JOIN report_figure k
                    ON k.report_id = filed.id AND k.number = filed.kept AND k.metric = f.metric
            )
            SELECT date, cut_off, unit_id, metric, this_period, to_date, before,
                latest > kept AND (kept_period, kept_date) IS DISTINCT FROM (this_period, to_date) AS corrected
            FROM figure WHERE date >= :from
            UNION ALL
            SELECT filed.date, filed.cut_off, filed.unit_id, k.metric, NULL, NULL, NULL, true
            FROM filed JOIN report_figure k ON k.report_id = filed.id AND k.number = filed.kept
            WHERE filed.date >= :from AND NOT EXISTS (
                SELECT 1 FROM report_figure f
                WHERE f.report_id = filed.id AND f.number = filed.latest AND f.metric = k.metric)
            ORDER BY date, cut_off""";

    private final JdbcClient jdbc;

    FiledFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param pair null when a correction took the figure away
    /// @param corrected whether it was changed after the cut-off
    record Filed(
            LocalDate date,
            UnitId unit,
            String metric,
            @Nullable Pair pair,
            boolean corrected) {}

    /// @param stated this period, as it was filed
    /// @param before to date of the unit's report before, as it is now; null for the first
    record Pair(
            BigDecimal stated, BigDecimal toDate, @Nullable BigDecimal before) {

        /// This period as it comes out now: the report before may have been corrected since.
        BigDecimal thisPeriod() {
            return Figure.plain(before == null ? stated : toDate.subtract(before));
        }

        boolean moved() {
            return thisPeriod().compareTo(stated) != 0;
        }
    }

    /// Those of these days, both included, in the order of days and cut-offs.
    List<Filed> between(SeriesId series, LocalDate from, LocalDate to) {
        return jdbc.sql(QUERY)
                .param("series", series.value())
                .param("from", from)
                .param("to", to)
                .query((row, _) -> new Filed(
                        row.getObject("date", LocalDate.class),
                        new UnitId(row.getObject("unit_id", UUID.class)),
                        row.getString("metric"),
                        pair(
                                row.getBigDecimal("this_period"),
                                row.getBigDecimal("to_date"),
                                row.getBigDecimal("before")),
                        row.getBoolean("corrected")))
                .list();
    }

    private static @Nullable Pair pair(
            @Nullable BigDecimal thisPeriod, @Nullable BigDecimal toDate, @Nullable BigDecimal before) {
        return thisPeriod == null || toDate == null
                ? null
                : new Pair(
                        Figure.plain(thisPeriod), Figure.plain(toDate), before == null ? null : Figure.plain(before));
    }
}
