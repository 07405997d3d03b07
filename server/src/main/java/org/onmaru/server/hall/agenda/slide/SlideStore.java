package org.onmaru.server.hall.agenda.slide;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.onmaru.server.hall.agenda.Slide;
import org.onmaru.server.hall.figures.ChartChoice;
import org.onmaru.server.hall.figures.ChartFacts;
import org.onmaru.server.hall.figures.ChartKind;
import org.onmaru.server.hall.meeting.MeetingId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// What is on the stages, in the database.
@Component
class SlideStore {

    private final JdbcClient jdbc;
    private final JsonMapper json = JsonMapper.shared();

    SlideStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<MeetingId, Slide> of(Collection<MeetingId> meetings) {
        var found = new HashMap<MeetingId, Slide>();
        if (meetings.isEmpty()) {
            return found;
        }
        jdbc.sql("""
                SELECT s.*, a.name FROM agenda_slide s LEFT JOIN agenda_attachment a ON a.id = s.attachment_id
                WHERE s.meeting_id IN (:meetings)""")
                .param("meetings", meetings.stream().map(MeetingId::value).toList())
                .query(row -> {
                    found.put(
                            new MeetingId(row.getObject("meeting_id", UUID.class)),
                            new Slide(row.getString("item_key"), row.getBoolean("open"), content(row)));
                });
        return found;
    }

    private Slide.Content content(ResultSet row) throws SQLException {
        var chart = row.getString("chart");
        return chart == null
                ? new Slide.Page(
                        row.getObject("attachment_id", UUID.class),
                        row.getString("name"),
                        row.getInt("page"),
                        row.getInt("pages"))
                : new Slide.Chart(
                        new ChartChoice(ChartKind.valueOf(chart), row.getString("metric")),
                        json.readValue(row.getString("facts"), ChartFacts.class),
                        row.getString("print"));
    }

    /// Meetings that have a chart on the stage.
    List<MeetingId> withCharts() {
        return jdbc.sql("SELECT meeting_id FROM agenda_slide WHERE chart IS NOT NULL")
                .query((row, _) -> new MeetingId(row.getObject("meeting_id", UUID.class)))
                .list();
    }

    Optional<Slide> of(MeetingId meeting) {
        return Optional.ofNullable(of(List.of(meeting)).get(meeting));
    }

    void put(MeetingId meeting, Slide slide) {
        remove(meeting);
        switch (slide.content()) {
            case Slide.Page page ->
                jdbc.sql("""
                        INSERT INTO agenda_slide (meeting_id, item_key, open, attachment_id, page, pages)
                        VALUES (?, ?, ?, ?, ?, ?)""")
                        .params(
                                meeting.value(),
                                slide.key(),
                                slide.open(),
                                page.attachment(),
                                page.page(),
                                page.pages())
                        .update();
            case Slide.Chart chart ->
                jdbc.sql("""
                        INSERT INTO agenda_slide (meeting_id, item_key, open, chart, metric, facts, print)
                        VALUES (?, ?, ?, ?, ?, ?::jsonb, ?)""")
                        .params(Arrays.asList(
                                meeting.value(),
                                slide.key(),
                                slide.open(),
                                chart.choice().kind().name(),
                                chart.choice().metric(),
                                json.writerFor(ChartFacts.class).writeValueAsString(chart.facts()),
                                chart.print()))
                        .update();
        }
    }

    void remove(MeetingId meeting) {
        jdbc.sql("DELETE FROM agenda_slide WHERE meeting_id = ?")
                .param(meeting.value())
                .update();
    }
}
