package org.onmaru.server.hall.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.onmaru.server.city.directory.UnitId;
import org.onmaru.server.city.identity.Actor;
import org.onmaru.server.hall.series.SeriesId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// What was filed, in the database; rows are added and never changed.
@Component
class VersionStore {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    VersionStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// Oldest first.
    List<Version> of(ReportId report) {
        return jdbc.sql("SELECT * FROM report_version WHERE report_id = ? ORDER BY number")
                .param(report.value())
                .query(VersionStore::version)
                .list();
    }

    /// Every version filed for that day, oldest first.
    List<Version> of(SeriesId series, LocalDate date) {
        return jdbc.sql("""
                SELECT v.* FROM report_version v JOIN report_report r ON r.id = v.report_id
                WHERE r.series_id = ? AND r.date = ? ORDER BY v.number""")
                .params(series.value(), date)
                .query(VersionStore::version)
                .list();
    }

    List<FiledReport> latest(SeriesId series, LocalDate date) {
        return latestWhere("r.series_id = ? AND r.date = ? ORDER BY r.cut_off, r.unit_id", series.value(), date);
    }

    Optional<FiledReport> latest(ReportId report) {
        return latestWhere("r.id = ?", report.value()).stream().findFirst();
    }

    private List<FiledReport> latestWhere(String condition, Object... values) {
        return jdbc.sql("""
                SELECT r.unit_id, r.cut_off, v.* FROM report_report r
                JOIN LATERAL (SELECT * FROM report_version WHERE report_id = r.id ORDER BY number DESC LIMIT 1) v
                    ON true
                """ + "WHERE " + condition)
                .params(values)
                .query((row, number) -> new FiledReport(
                        new ReportId(row.getObject("report_id", UUID.class)),
                        new UnitId(row.getObject("unit_id", UUID.class)),
                        row.getObject("cut_off", LocalTime.class),
                        version(row, number),
                        content(row.getString("content"))))
                .list();
    }

    /// Which units filed anything on each of these days.
    Map<LocalDate, Set<UnitId>> units(SeriesId series, LocalDate from, LocalDate to) {
        return jdbc
                .sql("""
                SELECT DISTINCT r.date, r.unit_id FROM report_version v JOIN report_report r ON r.id = v.report_id
                WHERE r.series_id = ? AND r.date BETWEEN ? AND ?""")
                .params(series.value(), from, to)
                .query((row, _) -> Map.entry(
                        Objects.requireNonNull(row.getObject("date", LocalDate.class)),
                        new UnitId(row.getObject("unit_id", UUID.class))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));
    }

    /// The bytes as they were filed.
    Optional<String> text(ReportId report, int number) {
        return jdbc.sql("SELECT content FROM report_version WHERE report_id = ? AND number = ?")
                .params(report.value(), number)
                .query(String.class)
                .optional();
    }

    Content content(String text) {
        return json.readValue(text, Content.class);
    }

    String text(Content content) {
        return json.writeValueAsString(content);
    }

    void insert(Version version, Content content, Actor.Person by) {
        jdbc.sql("INSERT INTO report_version VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(version.report().value())
                .param(version.number())
                .param(version.messageId())
                .param(version.precedingMessageId())
                .param(version.purpose().name())
                .param(version.late())
                .param(version.nil())
                .param(version.reason())
                .param(text(content))
                .param(Timestamp.from(version.filedAt()))
                .param(by.id().value())
                .param(by.name())
                .update();
        for (var figure : content.figures()) {
            jdbc.sql("INSERT INTO report_figure VALUES (?, ?, ?, ?, ?, ?)")
                    .params(
                            version.report().value(),
                            version.number(),
                            figure.metric(),
                            figure.thisPeriod(),
                            figure.toDate(),
                            figure.estimated())
                    .update();
        }
    }

    /// What the unit filed before, in the latest versions.
    Earlier earlier(Report report) {
        var last = jdbc.sql("""
                SELECT r.date, r.cut_off, v.message_id, v.content
                FROM report_report r JOIN report_version v ON v.report_id = r.id
                WHERE r.series_id = ? AND r.unit_id = ? AND (r.date, r.cut_off) < (?, ?)
                ORDER BY r.date DESC, r.cut_off DESC, v.number DESC LIMIT 1""")
                .params(report.series().value(), report.unit().value(), report.date(), report.cutOff())
                .query((row, _) -> new Earlier.Last(
                        Objects.requireNonNull(row.getObject("date", LocalDate.class)),
                        Objects.requireNonNull(row.getObject("cut_off", LocalTime.class)),
                        Objects.requireNonNull(row.getObject("message_id", UUID.class)),
                        content(row.getString("content"))))
                .optional()
                .orElse(null);
        return new Earlier(last, last == null ? Map.of() : figuresBefore(report));
    }

    private Map<String, Figure.Before> figuresBefore(Report report) {
        var figures = new LinkedHashMap<String, Figure.Before>();
        jdbc.sql("""
                SELECT DISTINCT ON (f.metric) f.metric, f.this_period, f.to_date, r.date, r.cut_off
                FROM report_report r
                JOIN LATERAL (SELECT max(number) AS latest FROM report_version WHERE report_id = r.id) v ON true
                JOIN report_figure f ON f.report_id = r.id AND f.number = v.latest
                WHERE r.series_id = ? AND r.unit_id = ? AND (r.date, r.cut_off) < (?, ?)
                ORDER BY f.metric, r.date DESC, r.cut_off DESC""")
                .params(report.series().value(), report.unit().value(), report.date(), report.cutOff())
                .query(row -> {
                    figures.put(
                            row.getString("metric"),
                            new Figure.Before(
                                    row.getObject("date", LocalDate.class),
                                    row.getObject("cut_off", LocalTime.class),
                                    Figure.plain(row.getBigDecimal("this_period")),
                                    Figure.plain(row.getBigDecimal("to_date"))));
                });
        return figures;
    }

    private static Version version(ResultSet row, int number) throws SQLException {
        return new Version(
                new ReportId(row.getObject("report_id", UUID.class)),
                row.getInt("number"),
                row.getObject("message_id", UUID.class),
                row.getObject("preceding_message_id", UUID.class),
                Version.Purpose.valueOf(row.getString("purpose")),
                row.getBoolean("late"),
                row.getBoolean("nil"),
                row.getString("reason"),
                row.getTimestamp("filed_at").toInstant(),
                row.getString("by_name"));
    }
}
