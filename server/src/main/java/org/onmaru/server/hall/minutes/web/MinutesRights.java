package org.onmaru.server.hall.minutes.web;

import java.util.UUID;
import org.onmaru.server.city.identity.Access;
import org.onmaru.server.city.identity.Actor;
import org.onmaru.server.city.identity.Denied;
import org.onmaru.server.city.identity.Permission;
import org.onmaru.server.hall.meeting.MeetingId;
import org.onmaru.server.hall.meeting.MeetingView;
import org.onmaru.server.hall.meeting.Meetings;
import org.onmaru.server.problem.Problem;
import org.springframework.stereotype.Component;

/// Who may do what with minutes: those who prepare the meeting keep them; everybody who may see what is internal there
/// reads them and asks for corrections. Guests never, whatever their role.
@Component
class MinutesRights {

    private final Access access;
    private final Meetings meetings;

    MinutesRights(Access access, Meetings meetings) {
        this.access = access;
        this.meetings = meetings;
    }

    /// @throws Denied when whoever asks is no person
    Actor.Person person() {
        if (access.current() instanceof Actor.Person person) {
            return person;
        }
        throw new Denied(access.current(), Permission.SEE_INTERNAL);
    }

    /// The meeting, for somebody who may read its minutes.
    MeetingView read(UUID id) {
        return allowed(id, Permission.SEE_INTERNAL);
    }

    /// The meeting, for somebody who keeps its minutes.
    MeetingView kept(UUID id) {
        return allowed(id, Permission.PREPARE);
    }

    boolean keeps(Actor.Person person, MeetingView meeting) {
        return access.permissions(person, meeting.scope()).contains(Permission.PREPARE);
    }

    private MeetingView allowed(UUID id, Permission permission) {
        var person = person();
        var meeting = meetings.find(new MeetingId(id))
                .orElseThrow(() -> Problem.missing("meeting-missing", "그런 회의가 없습니다.", "There is no such meeting."));
        if (!access.permissions(person, meeting.scope()).contains(permission)) {
            throw new Denied(person, permission);
        }
        return meeting;
    }
}
