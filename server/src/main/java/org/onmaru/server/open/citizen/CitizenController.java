package org.onmaru.server.open.citizen;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.onmaru.server.hall.meeting.MeetingId;
import org.onmaru.server.hall.meeting.MeetingState;
import org.onmaru.server.hall.meeting.MeetingView;
import org.onmaru.server.hall.meeting.Meetings;
import org.onmaru.server.onair.recording.Recording;
import org.onmaru.server.onair.recording.Recordings;
import org.onmaru.server.problem.Problem;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// What everybody may see without signing in. Rehearsals, and meetings that are not for citizens, do not exist here.
@RestController
@RequestMapping("/api/v1/public")
class CitizenController {

    private static final int MOST = 100;

    private final LiveBoard board;
    private final Meetings meetings;
    private final Recordings recordings;

    CitizenController(LiveBoard board, Meetings meetings, Recordings recordings) {
        this.board = board;
        this.meetings = meetings;
        this.recordings = recordings;
    }

    @GetMapping(path = "/live", produces = MediaType.APPLICATION_JSON_VALUE)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Live.class)))
    ResponseEntity<byte[]> live() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofSeconds(1)).cachePublic())
                .contentType(MediaType.APPLICATION_JSON)
                .body(board.json());
    }

    @GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter publicEvents() {
        return board.events();
    }

    @GetMapping("/meetings")
    List<PublicMeeting> publicMeetings(@RequestParam(defaultValue = "30") int limit) {
        List<MeetingView> found = meetings.adjourned(Math.clamp(limit, 1, MOST)).stream()
                .filter(MeetingView::isPublic)
                .toList();
        return shown(found);
    }

    @GetMapping("/meetings/{id}")
    PublicMeeting publicMeeting(@PathVariable UUID id) {
        MeetingView meeting = meetings.find(new MeetingId(id))
                .filter(MeetingView::isPublic)
                .orElseThrow(() -> Problem.missing("no-meeting", "그런 회의가 없습니다.", "There is no such meeting."));
        return shown(List.of(meeting)).getFirst();
    }

    private List<PublicMeeting> shown(List<MeetingView> found) {
        Map<MeetingId, Recording> played =
                recordings.of(found.stream().map(MeetingView::id).toList());
        Set<MeetingId> preparing = recordings.preparing(found.stream()
                .filter(meeting -> meeting.state() == MeetingState.ADJOURNED)
                .map(MeetingView::id)
                .filter(id -> !played.containsKey(id))
                .toList());
        return found.stream()
                .map(meeting -> PublicMeeting.of(meeting, played.get(meeting.id()), preparing.contains(meeting.id())))
                .toList();
    }
}
