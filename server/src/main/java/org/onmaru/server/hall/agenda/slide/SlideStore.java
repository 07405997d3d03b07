package org.onmaru.server.hall.agenda.slide;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.onmaru.server.hall.agenda.Slide;
import org.onmaru.server.hall.meeting.MeetingId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What is on the stages, in the database.
@Component
class SlideStore {

    private final JdbcClient jdbc;

    SlideStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<MeetingId, Slide> of(Collection<MeetingId> meetings) {
        var found = new HashMap<MeetingId, Slide>();
        if (meetings.isEmpty()) {
            return found;
        }
        jdbc.sql("""
                SELECT s.*, a.name FROM agenda_slide s JOIN agenda_attachment a ON a.id = s.attachment_id
                WHERE s.meeting_id IN (:meetings)""")
                .param("meetings", meetings.stream().map(MeetingId::value).toList())
                .query(row -> {
                    found.put(
                            new MeetingId(row.getObject("meeting_id", UUID.class)),
                            new Slide(
                                    row.getString("item_key"),
                                    row.getObject("attachment_id", UUID.class),
                                    row.getString("name"),
                                    row.getInt("page"),
                                    row.getInt("pages"),
                                    row.getBoolean("open")));
                });
        return found;
    }

    Optional<Slide> of(MeetingId meeting) {
        return Optional.ofNullable(of(List.of(meeting)).get(meeting));
    }

    void put(MeetingId meeting, Slide slide) {
        jdbc.sql("""
                INSERT INTO agenda_slide (meeting_id, item_key, attachment_id, page, pages, open)
                VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (meeting_id) DO UPDATE SET item_key = excluded.item_key,
                    attachment_id = excluded.attachment_id, page = excluded.page, pages = excluded.pages,
                    open = excluded.open""")
                .params(meeting.value(), slide.key(), slide.attachment(), slide.page(), slide.pages(), slide.open())
                .update();
    }

    void remove(MeetingId meeting) {
        jdbc.sql("DELETE FROM agenda_slide WHERE meeting_id = ?")
                .param(meeting.value())
                .update();
    }
}
