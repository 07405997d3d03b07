package org.onmaru.server.open.citizen;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.onmaru.server.hall.meeting.MeetingId;
import org.onmaru.server.hall.meeting.MeetingView;
import org.onmaru.server.hall.meeting.Meetings;
import org.onmaru.server.hall.minutes.MinutesOutline;
import org.onmaru.server.hall.minutes.PublishedMinutes;
import org.onmaru.server.problem.Problem;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// Minutes that were published, for everybody. Internal items do not exist here, as if they had not been there.
@RestController
class PublicMinutesController {

    private final Meetings meetings;
    private final PublishedMinutes published;

    PublicMinutesController(Meetings meetings, PublishedMinutes published) {
        this.meetings = meetings;
        this.published = published;
    }

    /// @param version from 1; the newest that was published
    /// @param reason why it replaces the one before (정정); empty for the first
    /// @param lines the document, with its marks
    record PublicMinutes(
            UUID meetingId,
            int version,
            String reason,
            Instant publishedAt,
            List<MinutesOutline.OutlineLine> lines,
            List<PublishedMinutes.MinutesSignature> signatures) {}

    @GetMapping("/api/v1/public/meetings/{id}/minutes")
    PublicMinutes publicMinutes(@PathVariable UUID id) {
        var newest = meetings.find(new MeetingId(id))
                .filter(MeetingView::isPublic)
                .flatMap(meeting -> published.of(meeting.id()))
                .orElseThrow(() ->
                        Problem.missing("no-minutes", "공개한 회의록이 없습니다.", "No minutes of this meeting are public."));
        return new PublicMinutes(
                id, newest.version(), newest.reason(), newest.publishedAt(), newest.outline(), newest.signatures());
    }
}
