package org.onmaru.server.onair.broadcast.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.city.directory.Directory;
import org.onmaru.server.city.directory.Unit;
import org.onmaru.server.city.identity.Access;
import org.onmaru.server.city.identity.Actor;
import org.onmaru.server.city.identity.Denied;
import org.onmaru.server.city.identity.Permission;
import org.onmaru.server.hall.meeting.MeetingView;
import org.onmaru.server.hall.meeting.Meetings;
import org.onmaru.server.onair.broadcast.Programmes;
import org.onmaru.server.onair.room.RoomPass;
import org.onmaru.server.onair.room.Rooms;
import org.onmaru.server.problem.Problem;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// What the machine's operator may do: rehearse with simulated attendees.
@RestController
class OperatorController {

    private static final int MOST = 200;

    private final Access access;
    private final Meetings meetings;
    private final Directory directory;
    private final Rooms rooms;
    private final Programmes programmes;

    OperatorController(Access access, Meetings meetings, Directory directory, Rooms rooms, Programmes programmes) {
        this.access = access;
        this.meetings = meetings;
        this.directory = directory;
        this.rooms = rooms;
        this.programmes = programmes;
    }

    /// What to rehearse.
    ///
    /// @param real true to put the simulated attendees into the public meeting that is live now
    record RehearsalOrder(@Min(0) @Max(MOST) int attendees, boolean real) {}

    /// Who measures.
    record Observer(String identity, String token) {}

    /// Everything a rehearsal needs.
    ///
    /// @param sfu signalling address on this machine
    record Rehearsal(
            UUID meetingId,
            boolean rehearsal,
            String sfu,
            @Nullable String hls,
            List<RoomPass> attendees,
            Observer observer) {}

    @PostMapping("/api/v1/operator/rehearsal")
    Rehearsal openRehearsal(@RequestBody @Valid RehearsalOrder order) {
        Actor actor = access.current();
        if (!(actor instanceof Actor.Operator)) {
            throw new Denied(actor, Permission.ADMINISTER);
        }
        String sfu = rooms.signalling().toString();
        MeetingView meeting = order.real() ? livePublicMeeting() : meetings.openRehearsal();
        RoomPass observer = rooms.observer(meeting.id());
        return new Rehearsal(
                meeting.id().value(),
                meeting.rehearsal(),
                sfu,
                programmes.of(meeting.id()).hls(),
                attendees(meeting, order.attendees()),
                new Observer(observer.identity(), observer.token()));
    }

    private MeetingView livePublicMeeting() {
        return meetings.live().stream()
                .filter(meeting -> !meeting.rehearsal())
                .findFirst()
                .orElseThrow(
                        () -> Problem.conflict("no-live-meeting", "지금 열려 있는 회의가 없습니다.", "No meeting is open now."));
    }

    /// One attendee a unit, in seat order; more than there are units share one, with a number behind the name.
    private List<RoomPass> attendees(MeetingView meeting, int count) {
        List<Unit> units = directory.unitsOn(meeting.date());
        List<RoomPass> passes = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            passes.add(rooms.simulated(meeting.id(), number, seat(units, number)));
        }
        return passes;
    }

    private static Rooms.Seat seat(List<Unit> units, int number) {
        if (units.isEmpty()) {
            return new Rooms.Seat("모의 참가자 " + number, "", "", 0);
        }
        Unit unit = units.get((number - 1) % units.size());
        int round = (number - 1) / units.size();
        String name = round == 0 ? "모의 참가자" : "모의 참가자 " + (round + 1);
        return new Rooms.Seat(name, unit.name(), "", unit.seat());
    }
}
