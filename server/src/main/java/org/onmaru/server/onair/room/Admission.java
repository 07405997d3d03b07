package org.onmaru.server.onair.room;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.city.identity.Access;
import org.onmaru.server.city.identity.Actor;
import org.onmaru.server.city.identity.Denied;
import org.onmaru.server.city.identity.Permission;
import org.onmaru.server.city.identity.Role;
import org.onmaru.server.hall.meeting.MeetingId;
import org.onmaru.server.hall.meeting.MeetingState;
import org.onmaru.server.hall.meeting.MeetingView;
import org.onmaru.server.hall.meeting.Meetings;
import org.onmaru.server.onair.room.sfu.Sfu;
import org.onmaru.server.onair.room.sfu.Tokens;
import org.onmaru.server.problem.Problem;
import org.springframework.stereotype.Service;

/// Who gets into a room, and as what. Asked twice: for the token, and again when the token is used, because a token
/// outlives a removal, an adjournment and a revoked invitation.
@Service
public class Admission {

    private final Access access;
    private final Meetings meetings;
    private final Places places;
    private final RemovedPeople removed;
    private final Standing standing;
    private final Sfu sfu;

    Admission(Access access, Meetings meetings, Places places, RemovedPeople removed, Standing standing, Sfu sfu) {
        this.access = access;
        this.meetings = meetings;
        this.places = places;
        this.removed = removed;
        this.standing = standing;
        this.sfu = sfu;
    }

    /// Everything a browser needs to enter.
    ///
    /// @param url path of the signalling proxy on this server
    public record Ticket(
            String url,
            String token,
            String identity,
            Role role,
            String name,
            String unit,
            String post,
            Set<Permission> permissions) {}

    /// A ticket for whoever makes this request.
    ///
    /// @throws Problem when the meeting is not open or they were sent out
    /// @throws Denied when they may not join
    public Ticket ticket(MeetingId id) {
        MeetingView meeting = meetings.find(id).orElseThrow(Admission::noMeeting);
        Actor actor = access.require(Permission.JOIN, meeting.scope());
        String identity = identity(actor).orElseThrow(() -> new Denied(actor, Permission.JOIN));
        if (elsewhere(actor, meeting)) {
            throw new Denied(actor, Permission.JOIN);
        }
        refusal(meeting, identity).ifPresent(refusal -> {
            throw refusal;
        });
        Place place = places.of(actor, meeting);
        String token = Tokens.attendee(
                sfu.key(), id.value().toString(), identity, place.name(), place.attributes(), place.permissions());
        return new Ticket(
                "/sfu", token, identity, place.role(), place.name(), place.unit(), place.post(), place.permissions());
    }

    /// Why the holder of a token may not enter the room now; empty when they may.
    public Optional<Problem> refusal(String room, String identity) {
        MeetingId id;
        try {
            id = new MeetingId(UUID.fromString(room));
        } catch (IllegalArgumentException e) {
            return Optional.of(noMeeting());
        }
        return meetings.find(id).map(meeting -> refusal(meeting, identity)).orElseGet(() -> Optional.of(noMeeting()));
    }

    private Optional<Problem> refusal(MeetingView meeting, String identity) {
        Problem closed = closed(meeting.state());
        if (closed != null) {
            return Optional.of(closed);
        }
        boolean member = places.of(identity, meeting).map(Place::mayJoin).orElse(true);
        if (!member || !standing.holds(identity)) {
            return Optional.of(
                    Problem.forbidden(
                            "access-ended",
                            "계정 사용이 중지되었거나, 초대가 취소되었거나, 이제 이 회의의 구성원이 아니어서 들어올 수 없습니다. 진행자에게 문의해 주세요.",
                            "This account was disabled, this invitation withdrawn, or you are no longer a member. Please ask the host."));
        }
        return removed.contains(meeting.id(), identity)
                ? Optional.of(Problem.forbidden(
                        "removed",
                        "진행자가 회의에서 내보냈습니다. 다시 들어오려면 진행자에게 요청해 주세요.",
                        "The host removed you from this meeting. Ask the host to let you in again."))
                : Optional.empty();
    }

    private static @Nullable Problem closed(MeetingState state) {
        return switch (state) {
            case OPEN, IN_SESSION -> null;
            case SCHEDULED ->
                Problem.conflict(
                        "not-open",
                        "아직 회의실이 열리지 않았습니다. 회의실이 열리면 들어올 수 있습니다.",
                        "The room is not open yet. You can enter once it opens.");
            case ADJOURNED -> Problem.conflict("adjourned", "회의가 끝났습니다.", "The meeting has ended.");
            case CANCELLED -> Problem.conflict("cancelled", "취소된 회의입니다.", "The meeting was cancelled.");
        };
    }

    /// What to say about a meeting that does not exist.
    public static Problem noMeeting() {
        return Problem.missing("no-meeting", "그런 회의가 없습니다.", "There is no such meeting.");
    }

    /// Identity in rooms; empty for those who never enter one.
    public static Optional<String> identity(Actor actor) {
        return Standing.identity(actor);
    }

    private static boolean elsewhere(Actor actor, MeetingView meeting) {
        return actor instanceof Actor.Guest guest
                && !guest.meeting().equals(meeting.id().value());
    }
}
