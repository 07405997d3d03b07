package org.onmaru.server.onair.broadcast;

import java.util.List;
import org.onmaru.server.hall.meeting.MeetingState;
import org.onmaru.server.hall.meeting.MeetingView;
import org.onmaru.server.problem.Problem;
import org.onmaru.wire.Layout;
import org.springframework.stereotype.Service;

/// What a host may do with a programme. Permissions were checked by the caller.
@Service
public class Broadcasts {

    private final LiveProgrammes programmes;
    private final Wishes wishes;
    private final ItemGate items;

    Broadcasts(LiveProgrammes programmes, Wishes wishes, ItemGate items) {
        this.items = items;
        this.programmes = programmes;
        this.wishes = wishes;
    }

    public Programme now(MeetingView meeting) {
        return programmes.of(meeting.id());
    }

    /// @param by name of the host, for the log
    public Programme goOnAir(MeetingView meeting, String by) {
        if (meeting.state() != MeetingState.IN_SESSION) {
            throw Problem.conflict(
                    "not-in-session",
                    "회의를 시작한 뒤에 방송을 켤 수 있습니다.",
                    "The broadcast can be switched on once the meeting is in session.");
        }
        if (!meeting.isPublic() && !meeting.rehearsal()) {
            throw Problem.conflict(
                    "not-for-citizens",
                    "시민에게 방송하지 않는 회의입니다. 방송하려면 먼저 방송하는 회의로 바꿔 주세요.",
                    "This meeting is not for citizens. To broadcast it, open it to citizens first.");
        }
        items.requireOpen(meeting);
        var programme = programmes.goOnAir(meeting, by);
        try {
            items.requireOpen(meeting); // one may have begun between the question and the wish
        } catch (Problem internal) {
            programmes.goOffAir(meeting, by);
            throw internal;
        }
        return programme;
    }

    /// Always possible: nothing may keep a host from going off air.
    public Programme goOffAir(MeetingView meeting, String by) {
        return programmes.goOffAir(meeting, by);
    }

    public Programme show(MeetingView meeting, Layout layout) {
        if (meeting.state() != MeetingState.OPEN && meeting.state() != MeetingState.IN_SESSION) {
            throw Problem.conflict(
                    "not-live",
                    "열려 있는 회의에서만 화면 배치를 바꿀 수 있습니다.",
                    "The layout can be changed while the meeting is live.");
        }
        return programmes.show(meeting, layout);
    }

    /// Who wished the gate open or closed, and when it moved.
    public List<GateLine> gateLog(MeetingView meeting) {
        return wishes.gateLog(meeting.id());
    }
}
