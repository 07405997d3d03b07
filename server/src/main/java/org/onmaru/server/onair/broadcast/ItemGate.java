package org.onmaru.server.onair.broadcast;

import org.onmaru.server.hall.agenda.AgendaChanged;
import org.onmaru.server.hall.agenda.Agendas;
import org.onmaru.server.hall.meeting.MeetingView;
import org.onmaru.server.hall.meeting.Meetings;
import org.onmaru.server.problem.Problem;
import org.onmaru.wire.Gate;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/// An internal item is never on air: when one begins, or the running one becomes internal, the programme goes off air
/// before anything else happens, and it does not come back while the item runs.
@Component
class ItemGate {

    private static final String BY = "의사일정";

    private final Agendas agendas;
    private final Meetings meetings;
    private final LiveProgrammes programmes;
    private final Wishes wishes;

    ItemGate(Agendas agendas, Meetings meetings, LiveProgrammes programmes, Wishes wishes) {
        this.agendas = agendas;
        this.meetings = meetings;
        this.programmes = programmes;
        this.wishes = wishes;
    }

    /// Within the transaction that begins the item: should that fail, the programme is off air all the same.
    @EventListener
    void before(AgendaChanged change) {
        closeFor(change);
    }

    /// And once everybody can see the item: a host may have wished on air in between, see [Broadcasts#goOnAir].
    @TransactionalEventListener
    void after(AgendaChanged change) {
        closeFor(change);
    }

    private void closeFor(AgendaChanged change) {
        var current = change.current();
        if (current != null && !current.open() && wishes.of(change.meeting()).wanted() == Gate.ON_AIR) {
            meetings.find(change.meeting()).ifPresent(meeting -> programmes.goOffAir(meeting, BY));
        }
    }

    /// @throws Problem while an internal item runs
    void requireOpen(MeetingView meeting) {
        var current = agendas.current(meeting.id());
        if (current.isPresent() && !current.get().open()) {
            throw Problem.conflict(
                    "internal-item",
                    "지금 안건은 비공개입니다. 안건을 끝내거나 공개로 바꾼 뒤 방송을 켜 주세요.",
                    "The current item is internal. End it or make it public, then go on air.");
        }
    }
}
