package org.onmaru.server.hall.agenda;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.onmaru.server.city.identity.Actor;
import org.onmaru.server.city.identity.Permission;
import org.onmaru.server.hall.meeting.MeetingId;
import org.onmaru.server.hall.meeting.MeetingView;
import org.onmaru.server.problem.Problem;

/// The door to what stands on the stages of meetings.
public interface Slides {

    /// Those of these meetings that have a slide.
    Map<MeetingId, Slide> of(Collection<MeetingId> meetings);

    /// What everybody in a meeting is to know now.
    Sight look(MeetingView meeting);

    /// The picture of a slide as the programme draws it, a PNG; only of the one that is on the stage and may be
    /// broadcast.
    ///
    /// @throws Problem when it is not on the stage, or cannot be drawn
    byte[] forStudio(MeetingId meeting, UUID attachment, int page);

    /// The same of a chart.
    ///
    /// @param print names what it says
    /// @throws Problem when another is on the stage
    byte[] chartForStudio(MeetingId meeting, String print);

    /// One look at a meeting's stage, from which everybody gets their own answer.
    interface Sight {

        SlideAnswer answer(Actor actor, Set<Permission> permissions);
    }
}
