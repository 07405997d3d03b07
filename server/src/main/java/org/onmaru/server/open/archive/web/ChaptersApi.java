package org.onmaru.server.open.archive.web;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.onmaru.server.hall.meeting.MeetingId;
import org.onmaru.server.hall.meeting.MeetingView;
import org.onmaru.server.hall.meeting.Meetings;
import org.onmaru.server.open.archive.Chapters;
import org.onmaru.server.problem.Problem;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// The chapters of a recording, for everybody. Internal items do not exist here.
@RestController
class ChaptersApi {

    private static final CacheControl A_MOMENT =
            CacheControl.maxAge(Duration.ofSeconds(5)).cachePublic();

    private final Meetings meetings;
    private final Chapters chapters;

    ChaptersApi(Meetings meetings, Chapters chapters) {
        this.meetings = meetings;
        this.chapters = chapters;
    }

    /// In the order of the recording; empty while there is none.
    @GetMapping("/api/v1/public/meetings/{id}/chapters")
    ResponseEntity<List<Chapters.Chapter>> publicChapters(@PathVariable UUID id) {
        var meeting = meetings.find(new MeetingId(id))
                .filter(MeetingView::isPublic)
                .orElseThrow(() -> Problem.missing("no-meeting", "그런 회의가 없습니다.", "There is no such meeting."));
        return ResponseEntity.ok().cacheControl(A_MOMENT).body(chapters.of(meeting));
    }
}
