package org.onmaru.server.open.citizen;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.onmaru.server.city.paper.PaperAnswer;
import org.onmaru.server.city.paper.Papers;
import org.onmaru.server.hall.meeting.MeetingId;
import org.onmaru.server.hall.meeting.MeetingView;
import org.onmaru.server.hall.meeting.Meetings;
import org.onmaru.server.hall.minutes.MinutesOutline;
import org.onmaru.server.hall.minutes.MinutesPaper;
import org.onmaru.server.hall.minutes.PublishedMinutes;
import org.onmaru.server.problem.Problem;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// Minutes that were published, for everybody. Internal items do not exist here, as if they had not been there.
@RestController
class PublicMinutesController {

    private final Meetings meetings;
    private final PublishedMinutes published;
    private final Papers papers;

    PublicMinutesController(Meetings meetings, PublishedMinutes published, Papers papers) {
        this.meetings = meetings;
        this.published = published;
        this.papers = papers;
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
        var newest = newest(found(id));
        return new PublicMinutes(
                id, newest.version(), newest.reason(), newest.publishedAt(), newest.outline(), newest.signatures());
    }

    /// The same as a file.
    @GetMapping("/api/v1/public/meetings/{id}/minutes/file.{ending}")
    ResponseEntity<byte[]> downloadPublicMinutes(
            @PathVariable UUID id,
            @Parameter(schema = @Schema(allowableValues = {"pdf", "html", "odt", "hwpx"})) @PathVariable
                    String ending) {
        var meeting = found(id);
        var format = PaperAnswer.format(ending);
        var newest = newest(meeting);
        return PaperAnswer.of(
                papers.write(MinutesPaper.of(newest), List.of(), format),
                format,
                newest.content().name() + " 회의록 공개본",
                meeting.date(),
                CacheControl.maxAge(Duration.ofMinutes(1)).cachePublic());
    }

    private MeetingView found(UUID id) {
        return meetings.find(new MeetingId(id))
                .filter(MeetingView::isPublic)
                .orElseThrow(PublicMinutesController::none);
    }

    private PublishedMinutes.Published newest(MeetingView meeting) {
        return published.of(meeting.id()).orElseThrow(PublicMinutesController::none);
    }

    private static Problem none() {
        return Problem.missing("no-minutes", "공개한 회의록이 없습니다.", "No minutes of this meeting are public.");
    }
}
