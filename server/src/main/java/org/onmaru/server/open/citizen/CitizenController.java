package org.onmaru.server.open.citizen;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
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
    private final PublicMeetings meetings;
    private final PublicAgenda agenda;

    CitizenController(LiveBoard board, PublicMeetings meetings, PublicAgenda agenda) {
        this.board = board;
        this.meetings = meetings;
        this.agenda = agenda;
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
        return meetings.held(Math.clamp(limit, 1, MOST));
    }

    @GetMapping("/meetings/{id}")
    PublicMeeting publicMeeting(@PathVariable UUID id) {
        return meetings.find(id)
                .orElseThrow(() -> Problem.missing("no-meeting", "그런 회의가 없습니다.", "There is no such meeting."));
    }

    /// What is talked about, from the meeting's beginning on.
    @GetMapping("/meetings/{id}/agenda")
    ResponseEntity<List<PublicAgenda.PublicItem>> publicAgenda(@PathVariable UUID id) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofSeconds(5)).cachePublic())
                .body(agenda.of(id));
    }
}
