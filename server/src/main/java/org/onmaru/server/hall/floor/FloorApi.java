package org.onmaru.server.hall.floor;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.city.identity.Access;
import org.onmaru.server.city.identity.Permission;
import org.onmaru.server.hall.meeting.MeetingId;
import org.onmaru.server.hall.meeting.MeetingView;
import org.onmaru.server.hall.meeting.Meetings;
import org.onmaru.server.problem.Problem;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The floor of a meeting. Everybody in it raises and lowers their own hand; moderators do the rest.
@RestController
@RequestMapping("/api/v1/meetings/{id}/floor")
class FloorApi {

    private static final int MOST_MINUTES = 120;

    private final Access access;
    private final Meetings meetings;
    private final Floors floors;
    private final FloorDesk desk;
    private final RoomPeople people;
    private final Clock clock;

    FloorApi(Access access, Meetings meetings, Floors floors, FloorDesk desk, RoomPeople people, Clock clock) {
        this.access = access;
        this.meetings = meetings;
        this.floors = floors;
        this.desk = desk;
        this.people = people;
        this.clock = clock;
    }

    /// @param seen number of the turn that lasted when it was pressed; null when nobody had the floor
    /// @param minutes allotted; null for no limit
    record CallNext(
            @Nullable Integer seen,
            @Nullable @Min(1) @Max(MOST_MINUTES) Integer minutes) {}

    /// @param identity of somebody in the room
    record GiveFloor(
            @NotNull @Size(max = 80) String identity,
            @Nullable Integer seen,
            @Nullable @Min(1) @Max(MOST_MINUTES) Integer minutes) {}

    record AskBetween(
            @NotNull @Size(max = 80) String identity,
            @Nullable Integer seen) {}

    @GetMapping
    FloorAnswer getFloor(@PathVariable UUID id) {
        var meeting = meeting(id);
        access.require(Permission.JOIN, meeting.scope());
        return FloorAnswer.of(floors.of(meeting.id()), seesInternal(meeting), clock.instant());
    }

    @PostMapping("/hand")
    FloorNow raiseHand(@PathVariable UUID id) {
        var meeting = meeting(id);
        return answer(meeting, desk.raise(meeting, self(meeting)));
    }

    @DeleteMapping("/hand")
    FloorNow lowerHand(@PathVariable UUID id) {
        var meeting = meeting(id);
        return answer(meeting, desk.lower(meeting, self(meeting)));
    }

    @DeleteMapping("/hands/{identity}")
    FloorNow lowerHandOf(@PathVariable UUID id, @PathVariable String identity) {
        var meeting = moderated(id);
        return answer(meeting, desk.lower(meeting, identity));
    }

    @PostMapping("/next")
    FloorNow callNext(@PathVariable UUID id, @Valid @RequestBody CallNext body) {
        var meeting = moderated(id);
        return answer(meeting, desk.next(meeting, body.seen, body.minutes));
    }

    @PostMapping("/turns")
    FloorNow giveFloor(@PathVariable UUID id, @Valid @RequestBody GiveFloor body) {
        var meeting = moderated(id);
        return answer(meeting, desk.give(meeting, body.identity, body.seen, body.minutes));
    }

    @PostMapping("/questions")
    FloorNow askBetween(@PathVariable UUID id, @Valid @RequestBody AskBetween body) {
        var meeting = moderated(id);
        return answer(meeting, desk.ask(meeting, body.identity, body.seen));
    }

    @DeleteMapping("/turns/{number}")
    FloorNow endTurn(@PathVariable UUID id, @PathVariable int number) {
        var meeting = moderated(id);
        return answer(meeting, desk.end(meeting, number));
    }

    private FloorNow answer(MeetingView meeting, Floor floor) {
        return FloorNow.of(floor, seesInternal(meeting));
    }

    private boolean seesInternal(MeetingView meeting) {
        return access.permissions(access.current(), meeting.scope()).contains(Permission.SEE_INTERNAL);
    }

    private String self(MeetingView meeting) {
        var actor = access.require(Permission.JOIN, meeting.scope());
        return people.identity(actor).orElse("");
    }

    private MeetingView moderated(UUID id) {
        var meeting = meeting(id);
        access.require(Permission.MODERATE, meeting.scope());
        return meeting;
    }

    private MeetingView meeting(UUID id) {
        return meetings.find(new MeetingId(id))
                .orElseThrow(() -> Problem.missing("no-meeting", "그런 회의가 없습니다.", "There is no such meeting."));
    }
}
