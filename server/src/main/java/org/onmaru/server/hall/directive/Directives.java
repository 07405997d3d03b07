package org.onmaru.server.hall.directive;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.onmaru.server.hall.meeting.MeetingId;
import org.onmaru.server.hall.meeting.MeetingView;

/// The door to directives. Changes are announced as [DirectivesChanged], after commit.
public interface Directives {

    /// What enters the agenda of that meeting: the open directives of its series that were given in other meetings.
    /// Overdue ones first, then those due on its day, then the rest; each by due date, those without one last, and
    /// then by number. The same directives give the same list.
    List<Carried> carriedInto(MeetingView meeting);

    /// What was given in that meeting, in its order.
    List<Directive> givenIn(MeetingId meeting);

    /// When a directive or need that this meeting may know was last changed.
    Optional<Instant> changedAt(MeetingView meeting);
}
