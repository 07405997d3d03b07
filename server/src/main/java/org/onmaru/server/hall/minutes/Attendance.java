package org.onmaru.server.hall.minutes;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.hall.meeting.MeetingView;

/// Where whoever keeps the room tells who is in it.
public interface Attendance {

    /// These are in the room of that meeting now. What counts is who was there while it was in session; a rehearsal
    /// has no attendance.
    void saw(MeetingView meeting, List<Attendee> there);

    /// Somebody in the room, as their plate says.
    ///
    /// @param identity the same for the same person in every look
    /// @param unit name of the unit; empty when none
    /// @param attends false for those who sit in (배석)
    /// @param chairs whether they may chair it
    /// @param seat order in lists; null when none
    record Attendee(
            String identity,
            String name,
            String unit,
            String post,
            boolean attends,
            boolean chairs,
            @Nullable Integer seat) {

        /// `강천면 면장 홍길동`.
        public String line() {
            return String.join(" ", List.of(unit, post, name)).strip().replaceAll(" {2,}", " ");
        }
    }
}
