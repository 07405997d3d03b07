package org.onmaru.server.hall.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.onmaru.server.city.directory.UnitId;
import org.onmaru.server.city.identity.Actor;
import org.onmaru.server.hall.series.SeriesId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reports and their drafts in the database.
@Component
class ReportStore {

    private final JdbcClient jdbc;

    ReportStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Report> find(ReportId id) {
        return one("WHERE id = ?", id.value());
    }

    /// Held until the transaction ends: two that change the same report queue here.
    Optional<Report> lock(ReportId id) {
        return one("WHERE id = ? FOR UPDATE", id.value());
    }

    Optional<Report> find(SeriesId series, LocalDate date, LocalTime cutOff, UnitId unit) {
        return one(
                "WHERE series_id = ? AND date = ? AND cut_off = ? AND unit_id = ?",
                series.value(),
                date,
                cutOff,
                unit.value());
    }

    List<Report> of(SeriesId series, LocalDate date) {
        return jdbc.sql("SELECT * FROM report_report WHERE series_id = ? AND date = ? ORDER BY cut_off")
                .params(series.value(), date)
                .query(ReportStore::report)
                .list();
    }

    /// True when it was not there before.
    boolean insert(Report report, Instant at) {
        return jdbc.sql("INSERT INTO report_report VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")
                        .params(
                                report.id().value(),
                                report.series().value(),
                                report.date(),
                                report.cutOff(),
                                report.unit().value(),
                                report.revision(),
                                Timestamp.from(at))
                        .update()
                == 1;
    }

    int nextRevision(ReportId id) {
        return jdbc.sql("UPDATE report_report SET revision = revision + 1 WHERE id = ? RETURNING revision")
                .param(id.value())
                .query(Integer.class)
                .single();
    }

    /// In the order in which they were first written.
    List<Entry> entries(ReportId id) {
        return jdbc.sql("SELECT * FROM report_field WHERE report_id = ? ORDER BY since, name")
                .param(id.value())
                .query(ReportStore::entry)
                .list();
    }

    Optional<Entry> entry(ReportId id, String field) {
        return jdbc.sql("SELECT * FROM report_field WHERE report_id = ? AND name = ?")
                .params(id.value(), field)
                .query(ReportStore::entry)
                .optional();
    }

    void put(ReportId id, int revision, FieldName field, String value, Actor.Person by, Instant at) {
        jdbc.sql("""
                INSERT INTO report_field VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (report_id, name)
                DO UPDATE SET value = excluded.value, by_id = excluded.by_id, by_name = excluded.by_name,
                    at = excluded.at""")
                .params(id.value(), field.text(), value, revision, by.id().value(), by.name(), Timestamp.from(at))
                .update();
    }

    int fields(ReportId id) {
        return jdbc.sql("SELECT count(*) FROM report_field WHERE report_id = ?")
                .param(id.value())
                .query(Integer.class)
                .single();
    }

    /// What an earlier arrival of the same change overwrote, as JSON.
    Optional<String> arrived(ReportId id, UUID change) {
        return jdbc.sql("SELECT overwritten FROM report_change WHERE report_id = ? AND change_id = ?")
                .params(id.value(), change)
                .query(String.class)
                .optional();
    }

    void remember(ReportId id, UUID change, String overwritten, Instant at) {
        jdbc.sql("INSERT INTO report_change VALUES (?, ?, ?, ?)")
                .params(id.value(), change, overwritten, Timestamp.from(at))
                .update();
    }

    void forgetChangesBefore(Instant at) {
        jdbc.sql("DELETE FROM report_change WHERE at < ?")
                .param(Timestamp.from(at))
                .update();
    }

    private Optional<Report> one(String condition, Object... values) {
        return jdbc.sql("SELECT * FROM report_report " + condition)
                .params(values)
                .query(ReportStore::report)
                .optional();
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getString("name"),
                row.getString("value"),
                row.getString("by_name"),
                row.getTimestamp("at").toInstant());
    }

    private static Report report(ResultSet row, int number) throws SQLException {
        return new Report(
                new ReportId(row.getObject("id", UUID.class)),
                new SeriesId(row.getObject("series_id", UUID.class)),
                row.getObject("date", LocalDate.class),
                row.getObject("cut_off", LocalTime.class),
                new UnitId(row.getObject("unit_id", UUID.class)),
                row.getInt("revision"));
    }
}
