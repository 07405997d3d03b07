package org.onmaru.server.hall.minutes;

import java.util.List;
import org.onmaru.server.hall.meeting.MeetingView;

/// Who was in the room while a meeting was in session. Declared here and answered by whoever keeps the room's
/// attendance, who tells with [MinutesChanged] that somebody came.
public interface RoomAttendance {

    /// Whoever came, each once, as their plate said last.
    Present during(MeetingView meeting);

    /// Lines such as `강천면 면장 홍길동`, the chair first, then by seat and name.
    ///
    /// @param attending 참석자
    /// @param sittingIn 배석자
    record Present(List<String> attending, List<String> sittingIn) {

        public Present {
            attending = List.copyOf(attending);
            sittingIn = List.copyOf(sittingIn);
        }
    }
}
