package org.onmaru.server.hall.directive;

import java.util.List;
import org.onmaru.server.hall.meeting.MeetingView;

/// "이월 n회": how many held meetings ended while a directive was still open. It is 0 during the meeting in which it was
/// given and 1 on the next one's agenda, which it enters by being carried over once.
final class CarriedOver {

    private CarriedOver() {}

    /// @param held adjourned meetings of its series
    static int times(Directive directive, List<MeetingView> held) {
        if (directive.rehearsal()) {
            return 0;
        }
        var closedAt = directive.closedAt();
        return (int) held.stream()
                .filter(meeting -> !meeting.rehearsal())
                .map(MeetingView::adjournedAt)
                .filter(at ->
                        at != null && !at.isBefore(directive.saidAt()) && (closedAt == null || at.isBefore(closedAt)))
                .count();
    }
}
