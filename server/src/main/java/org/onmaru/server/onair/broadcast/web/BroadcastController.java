package org.onmaru.server.onair.broadcast.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.onmaru.server.city.identity.Access;
import org.onmaru.server.city.identity.Actor;
import org.onmaru.server.city.identity.Permission;
import org.onmaru.server.hall.meeting.MeetingId;
import org.onmaru.server.hall.meeting.MeetingView;
import org.onmaru.server.hall.meeting.Meetings;
import org.onmaru.server.onair.broadcast.Broadcasts;
import org.onmaru.server.onair.broadcast.GateLine;
import org.onmaru.server.onair.broadcast.Programme;
import org.onmaru.server.onair.room.Admission;
import org.onmaru.wire.Layout;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The gate and the stage of a meeting's programme.
@RestController
@RequestMapping("/api/v1/meetings/{id}")
class BroadcastController {

    private final Access access;
    private final Meetings meetings;
    private final Broadcasts broadcasts;

    BroadcastController(Access access, Meetings meetings, Broadcasts broadcasts) {
        this.access = access;
        this.meetings = meetings;
        this.broadcasts = broadcasts;
    }

    /// How people are arranged.
    record StageChoice(@NotNull Layout layout) {}

    @GetMapping("/programme")
    Programme getProgramme(@PathVariable UUID id) {
        MeetingView meeting = meeting(id);
        Actor actor = access.current();
        // A guest may only join; the machine's operator may only look.
        if (!access.permissions(actor, meeting.scope()).contains(Permission.SEE_INTERNAL)) {
            access.require(Permission.JOIN, meeting.scope());
        }
        return broadcasts.now(meeting);
    }

    @PostMapping("/on-air")
    Programme goOnAir(@PathVariable UUID id) {
        MeetingView meeting = meeting(id);
        return broadcasts.goOnAir(
                meeting, access.require(Permission.GO_ON_AIR, meeting.scope()).name());
    }

    @PostMapping("/off-air")
    Programme goOffAir(@PathVariable UUID id) {
        MeetingView meeting = meeting(id);
        return broadcasts.goOffAir(
                meeting, access.require(Permission.GO_ON_AIR, meeting.scope()).name());
    }

    @PutMapping("/stage")
    Programme setStage(@PathVariable UUID id, @Valid @RequestBody StageChoice choice) {
        MeetingView meeting = meeting(id);
        access.require(Permission.GO_ON_AIR, meeting.scope());
        return broadcasts.show(meeting, choice.layout());
    }

    @GetMapping("/gate-log")
    List<GateLine> listGateLog(@PathVariable UUID id) {
        MeetingView meeting = meeting(id);
        access.require(Permission.GO_ON_AIR, meeting.scope());
        return broadcasts.gateLog(meeting);
    }

    private MeetingView meeting(UUID id) {
        return meetings.find(new MeetingId(id)).orElseThrow(Admission::noMeeting);
    }
}
