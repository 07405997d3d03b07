package org.onmaru.server.hall.agenda.slide;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.onmaru.server.city.identity.Access;
import org.onmaru.server.city.identity.Permission;
import org.onmaru.server.hall.agenda.SlideAnswer;
import org.onmaru.server.hall.meeting.MeetingId;
import org.onmaru.server.hall.meeting.MeetingView;
import org.onmaru.server.hall.meeting.Meetings;
import org.onmaru.server.problem.Problem;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The page of a file that is on a meeting's stage.
@RestController
@RequestMapping("/api/v1/meetings/{id}/slide")
class SlideApi {

    private final Access access;
    private final Meetings meetings;
    private final SlideDesk desk;

    SlideApi(Access access, Meetings meetings, SlideDesk desk) {
        this.access = access;
        this.meetings = meetings;
        this.desk = desk;
    }

    /// @param attachmentId a file beside the current item
    /// @param page from 1; a picture has one
    record ShowSlide(@NotNull UUID attachmentId, @Min(1) int page) {}

    @GetMapping
    SlideAnswer getSlide(@PathVariable UUID id) {
        var meeting = seen(id);
        return answer(meeting);
    }

    /// Puts a page on the stage, or turns to it.
    @PutMapping
    SlideAnswer putSlide(@PathVariable UUID id, @Valid @RequestBody ShowSlide body) {
        var meeting = shown(id);
        desk.show(meeting, body.attachmentId, body.page);
        return answer(meeting);
    }

    @DeleteMapping
    SlideAnswer takeOffSlide(@PathVariable UUID id) {
        var meeting = shown(id);
        desk.takeOff(meeting);
        return answer(meeting);
    }

    /// The slide's picture; only of the one that is on the stage.
    ///
    /// @param fine true for one of twice the size
    @GetMapping(path = "/{attachmentId}/{page}", produces = MediaType.IMAGE_PNG_VALUE)
    ResponseEntity<byte[]> getSlidePicture(
            @PathVariable UUID id,
            @PathVariable UUID attachmentId,
            @PathVariable int page,
            @RequestParam(defaultValue = "false") boolean fine) {
        var meeting = seen(id);
        boolean internal = access.permissions(access.current(), meeting.scope()).contains(Permission.SEE_INTERNAL);
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .header("X-Content-Type-Options", "nosniff")
                .cacheControl(CacheControl.noStore())
                .body(desk.forRoom(meeting, attachmentId, page, fine ? SlideSize.FINE : SlideSize.STAGE, internal));
    }

    private SlideAnswer answer(MeetingView meeting) {
        var actor = access.current();
        return desk.look(meeting).answer(actor, access.permissions(actor, meeting.scope()));
    }

    private MeetingView meeting(UUID id) {
        return meetings.find(new MeetingId(id))
                .orElseThrow(() -> Problem.missing("no-meeting", "그런 회의가 없습니다.", "There is no such meeting."));
    }

    /// Everybody in the room, guests too.
    private MeetingView seen(UUID id) {
        var meeting = meeting(id);
        if (!access.permissions(access.current(), meeting.scope()).contains(Permission.SEE_INTERNAL)) {
            access.require(Permission.JOIN, meeting.scope());
        }
        return meeting;
    }

    private MeetingView shown(UUID id) {
        var meeting = meeting(id);
        var actor = access.current();
        if (!desk.look(meeting).mayShow(actor, access.permissions(actor, meeting.scope()))) {
            access.require(Permission.PREPARE, meeting.scope());
        }
        return meeting;
    }
}
