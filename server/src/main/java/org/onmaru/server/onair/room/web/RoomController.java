package org.onmaru.server.onair.room.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.onmaru.server.city.identity.Access;
import org.onmaru.server.city.identity.Actor;
import org.onmaru.server.city.identity.Permission;
import org.onmaru.server.hall.meeting.MeetingId;
import org.onmaru.server.hall.meeting.MeetingView;
import org.onmaru.server.hall.meeting.Meetings;
import org.onmaru.server.onair.room.Admission;
import org.onmaru.server.onair.room.Moderation;
import org.onmaru.server.onair.room.Participant;
import org.onmaru.server.onair.room.RemovedPeople;
import org.onmaru.server.onair.room.RoomEngine;
import org.onmaru.server.onair.room.Rooms;
import org.onmaru.server.problem.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Entering a room, and what hosts do in it.
@RestController
@RequestMapping("/api/v1/meetings/{id}")
class RoomController {

    private final Access access;
    private final Meetings meetings;
    private final Admission admission;
    private final Rooms rooms;
    private final Moderation moderation;

    RoomController(Access access, Meetings meetings, Admission admission, Rooms rooms, Moderation moderation) {
        this.access = access;
        this.meetings = meetings;
        this.admission = admission;
        this.rooms = rooms;
        this.moderation = moderation;
    }

    /// What to mute.
    record Mute(@NotNull RoomEngine.Kind kind) {}

    /// How many fell silent.
    record Muted(int muted) {}

    @PostMapping("/join")
    Admission.Ticket joinMeeting(@PathVariable UUID id) {
        return admission.ticket(new MeetingId(id));
    }

    @GetMapping("/participants")
    List<Participant> listParticipants(@PathVariable UUID id) {
        MeetingView meeting = meeting(id);
        access.require(Permission.JOIN, meeting.scope());
        return rooms.participants(meeting.id());
    }

    @PostMapping("/participants/{identity}/mute")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void muteParticipant(@PathVariable UUID id, @PathVariable String identity, @Valid @RequestBody Mute mute) {
        MeetingView meeting = meeting(id);
        access.require(Permission.MODERATE, meeting.scope());
        moderation.mute(meeting.id(), identity, mute.kind());
    }

    @PostMapping("/mute-all")
    Muted muteAll(@PathVariable UUID id) {
        MeetingView meeting = meeting(id);
        Actor actor = access.require(Permission.MODERATE, meeting.scope());
        try {
            return new Muted(moderation.muteAll(meeting.id(), identity(actor)).join());
        } catch (CompletionException e) {
            if (e.getCause() instanceof Problem refusal) {
                throw refusal;
            }
            throw e;
        }
    }

    @PostMapping("/participants/{identity}/remove")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeParticipant(@PathVariable UUID id, @PathVariable String identity) {
        MeetingView meeting = meeting(id);
        Actor actor = access.require(Permission.MODERATE, meeting.scope());
        if (identity.equals(identity(actor))) {
            throw Problem.conflict("yourself", "자신을 내보낼 수 없습니다.", "You cannot remove yourself.");
        }
        moderation.remove(meeting.id(), identity, actor.name());
    }

    @GetMapping("/removed")
    List<RemovedPeople.Removal> listRemoved(@PathVariable UUID id) {
        MeetingView meeting = meeting(id);
        access.require(Permission.MODERATE, meeting.scope());
        return moderation.removed(meeting.id());
    }

    @DeleteMapping("/removed/{identity}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void letInAgain(@PathVariable UUID id, @PathVariable String identity) {
        MeetingView meeting = meeting(id);
        access.require(Permission.MODERATE, meeting.scope());
        moderation.letIn(meeting.id(), identity);
    }

    private MeetingView meeting(UUID id) {
        return meetings.find(new MeetingId(id)).orElseThrow(Admission::noMeeting);
    }

    private static String identity(Actor actor) {
        return Admission.identity(actor).orElse("");
    }
}
