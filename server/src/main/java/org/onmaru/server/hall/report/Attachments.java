package org.onmaru.server.hall.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.onmaru.server.city.attachment.Attachment;
import org.onmaru.server.city.attachment.FileType;
import org.onmaru.server.city.identity.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What is known of attached files, in the database.
@Component
public class Attachments {

    private final JdbcClient jdbc;

    Attachments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Those of the draft, oldest first.
    public List<Attachment> of(ReportId report) {
        return jdbc.sql("SELECT * FROM report_attachment WHERE report_id = ? AND NOT removed ORDER BY number")
                .param(report.value())
                .query(Attachments::attachment)
                .list();
    }

    /// One of that report, removed from the draft or not.
    public Optional<Attachment> find(ReportId report, UUID id) {
        return jdbc.sql("SELECT * FROM report_attachment WHERE report_id = ? AND id = ?")
                .params(report.value(), id)
                .query(Attachments::attachment)
                .optional();
    }

    public boolean known(UUID id) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM report_attachment WHERE id = ?)")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    public void add(ReportId report, Attachment attachment, Actor.Person by, Instant at) {
        jdbc.sql("INSERT INTO report_attachment VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, false)")
                .params(
                        attachment.id(),
                        report.value(),
                        attachment.name(),
                        attachment.type().name(),
                        attachment.bytes(),
                        attachment.sha256(),
                        by.id().value(),
                        by.name(),
                        Timestamp.from(at))
                .update();
    }

    /// Takes it out of the draft; versions that have it keep it.
    public void remove(ReportId report, UUID id) {
        jdbc.sql("UPDATE report_attachment SET removed = true WHERE report_id = ? AND id = ?")
                .params(report.value(), id)
                .update();
    }

    private static Attachment attachment(ResultSet row, int number) throws SQLException {
        return new Attachment(
                row.getObject("id", UUID.class),
                row.getString("name"),
                FileType.valueOf(row.getString("type")),
                row.getLong("bytes"),
                row.getString("sha256"));
    }
}
