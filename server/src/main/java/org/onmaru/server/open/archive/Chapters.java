package org.onmaru.server.open.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.onmaru.server.hall.agenda.Agenda;
import org.onmaru.server.hall.agenda.Agendas;
import org.onmaru.server.hall.meeting.MeetingView;
import org.onmaru.server.onair.recording.Recordings;
import org.onmaru.server.onair.recording.Stretches;
import org.springframework.stereotype.Component;

/// Where in a meeting's recording each released item was talked about.
@Component
public class Chapters {

    private final Agendas agendas;
    private final Recordings recordings;

    Chapters(Agendas agendas, Recordings recordings) {
        this.agendas = agendas;
        this.recordings = recordings;
    }

    /// @param key of the agenda item; one that came up again is a chapter again
    /// @param second of the recording
    public record Chapter(String key, String title, String titleEn, long second) {}

    /// In the order of the recording; none while which moments it shows is not known.
    public List<Chapter> of(MeetingView meeting) {
        var stretches = recordings.stretches(Set.of(meeting.id())).get(meeting.id());
        return stretches == null ? List.of() : of(agendas.of(meeting), stretches);
    }

    /// Internal items have no chapter. What was talked about before the recording began, has its beginning.
    static List<Chapter> of(Agenda agenda, Stretches stretches) {
        var chapters = new ArrayList<Chapter>();
        for (var run : agenda.runs()) {
            var item = agenda.item(run.key()).orElse(null);
            var offset = stretches.offset(run.startedAt());
            if (item == null || !item.open() || offset.isEmpty()) {
                continue;
            }
            var chapter = new Chapter(item.key(), item.title(), item.titleEn(), offset.get() / 1000);
            if (!chapters.isEmpty() && chapters.getLast().second() == chapter.second()) {
                chapters.removeLast(); // over before anything of it was recorded
            }
            chapters.add(chapter);
        }
        return List.copyOf(chapters);
    }
}
