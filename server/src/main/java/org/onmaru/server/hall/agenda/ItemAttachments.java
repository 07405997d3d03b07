package org.onmaru.server.hall.agenda;

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
import org.onmaru.server.hall.meeting.MeetingId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What is known of the files beside agenda items, in the database.
@Component
public class ItemAttachments {

    private final JdbcClient jdbc;

    ItemAttachments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A file and the item it is attached to.
    public record Beside(String key, Attachment attachment) {}

    /// Those of all items of a meeting, also of items that are not on its agenda any more; oldest first.
    public List<Beside> of(MeetingId meeting) {
        return jdbc.sql("SELECT * FROM agenda_attachment WHERE meeting_id = ? AND NOT removed ORDER BY number")
                .param(meeting.value())
                .query(ItemAttachments::beside)
                .list();
    }

    /// Those of one item, oldest first.
    public List<Attachment> of(MeetingId meeting, String key) {
        return of(meeting).stream()
                .filter(one -> one.key().equals(key))
                .map(Beside::attachment)
                .toList();
    }

    /// Wherever it is attached, taken away or not.
    public boolean known(UUID id) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM agenda_attachment WHERE id = ?)")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    public Optional<Attachment> find(MeetingId meeting, String key, UUID id) {
        return of(meeting, key).stream().filter(one -> one.id().equals(id)).findFirst();
    }

    public void add(MeetingId meeting, String key, Attachment attachment, Actor.Person by, Instant at) {
        jdbc.sql("INSERT INTO agenda_attachment VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, false)")
                .params(
                        attachment.id(),
                        meeting.value(),
                        key,
                        attachment.name(),
                        attachment.type().name(),
                        attachment.bytes(),
                        attachment.sha256(),
                        by.id().value(),
                        by.name(),
                        Timestamp.from(at))
                .update();
    }

    public void remove(UUID id) {
        jdbc.sql("UPDATE agenda_attachment SET removed = true WHERE id = ?")
                .param(id)
                .update();
    }

    private static Beside beside(ResultSet row, int number) throws SQLException {
        return new Beside(
                row.getString("item_key"),
                new Attachment(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        FileType.valueOf(row.getString("type")),
                        row.getLong("bytes"),
                        row.getString("sha256")));
    }
}
