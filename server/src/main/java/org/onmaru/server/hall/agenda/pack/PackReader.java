package org.onmaru.server.hall.agenda.pack;

import java.util.Set;
import org.onmaru.server.city.identity.Access;
import org.onmaru.server.city.identity.Actor;
import org.onmaru.server.city.identity.Denied;
import org.onmaru.server.city.identity.Permission;
import org.onmaru.server.city.identity.Scope;
import org.onmaru.server.hall.meeting.MeetingView;

/// How much of an agenda pack somebody may see.
enum PackReader {
    /// Who takes part without seeing what is internal: the open items, and not why they are there.
    OUTSIDE(false, false),
    /// A guest who sees what is internal to this one meeting: reports and directives are the city's people's alone.
    MEETING(true, false),
    /// Those of the series.
    SERIES(true, true);

    private final boolean internalItems;
    private final boolean annexes;

    PackReader(boolean internalItems, boolean annexes) {
        this.internalItems = internalItems;
        this.annexes = annexes;
    }

    boolean seesInternalItems() {
        return internalItems;
    }

    boolean seesAnnexes() {
        return annexes;
    }

    /// @throws Denied when they have no part in this meeting
    static PackReader of(Access access, MeetingView meeting) {
        var actor = access.current();
        var here = access.permissions(actor, meeting.scope());
        if (!here.contains(Permission.SEE_INTERNAL)) {
            access.require(Permission.JOIN, meeting.scope());
            return OUTSIDE;
        }
        Set<Permission> series =
                access.permissions(actor, Scope.series(meeting.series().value()));
        return actor instanceof Actor.Person && series.contains(Permission.SEE_INTERNAL) ? SERIES : MEETING;
    }
}
