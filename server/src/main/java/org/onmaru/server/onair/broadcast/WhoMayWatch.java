package org.onmaru.server.onair.broadcast;

import java.util.UUID;
import org.onmaru.server.city.identity.Access;
import org.onmaru.server.city.identity.Actor;
import org.onmaru.server.city.identity.Permission;
import org.onmaru.server.hall.meeting.MeetingView;
import org.onmaru.server.onair.broadcast.relay.ProgrammeAccess;
import org.springframework.stereotype.Component;

/// Everybody may watch a meeting's programme, a rehearsal's only those who may see internal things.
///
/// Asked for every piece of every viewer, so it answers from memory.
@Component
class WhoMayWatch implements ProgrammeAccess {

    private final Access access;
    private final KnownMeetings known;

    WhoMayWatch(Access access, KnownMeetings known) {
        this.access = access;
        this.known = known;
    }

    @Override
    public boolean mayWatch(UUID id) {
        MeetingView meeting = known.find(id);
        return meeting != null && (meeting.isPublic() || insider(meeting));
    }

    @Override
    public boolean isPublic(UUID id) {
        MeetingView meeting = known.find(id);
        return meeting != null && meeting.isPublic();
    }

    private boolean insider(MeetingView meeting) {
        Actor actor = access.current();
        return actor instanceof Actor.Operator
                || access.permissions(actor, meeting.scope()).contains(Permission.SEE_INTERNAL);
    }
}
