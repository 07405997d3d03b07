package org.onmaru.server.open.archive;

import org.onmaru.server.hall.agenda.AgendaChanged;
import org.onmaru.server.hall.directive.DirectivesChanged;
import org.onmaru.server.hall.meeting.MeetingChanged;
import org.onmaru.server.hall.meeting.MeetingId;
import org.onmaru.server.hall.meeting.Meetings;
import org.onmaru.server.hall.minutes.MinutesChanged;
import org.onmaru.server.hall.report.ReportFiled;
import org.onmaru.server.hall.series.SeriesChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Hears what happens and writes down, in the same transaction, which day has to be read again; once that is there for
/// everybody, it is.
@Component
class ArchiveChanges {

    private final Meetings meetings;
    private final ChangeLog log;
    private final ArchiveKeeper keeper;

    ArchiveChanges(Meetings meetings, ChangeLog log, ArchiveKeeper keeper) {
        this.meetings = meetings;
        this.log = log;
        this.keeper = keeper;
    }

    @EventListener
    void on(MeetingChanged changed) {
        var meeting = changed.meeting();
        if (!meeting.rehearsal()) {
            changed(new Day(meeting.series(), meeting.date()));
        }
    }

    @EventListener
    void on(AgendaChanged changed) {
        changed(changed.meeting());
    }

    @EventListener
    void on(MinutesChanged changed) {
        changed(changed.meeting());
    }

    @EventListener
    void on(DirectivesChanged changed) {
        if (changed.rehearsal() == null) {
            changed(new Day(changed.series(), changed.day()));
        }
    }

    @EventListener
    void on(ReportFiled filed) {
        changed(new Day(filed.series(), filed.date()));
    }

    @EventListener
    void on(SeriesChanged changed) {
        log.named(changed.series().id());
        afterwards();
    }

    private void changed(MeetingId id) {
        meetings.find(id)
                .filter(meeting -> !meeting.rehearsal())
                .ifPresent(meeting -> changed(new Day(meeting.series(), meeting.date())));
    }

    private void changed(Day day) {
        log.changed(day);
        afterwards();
    }

    private void afterwards() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            keeper.readOn();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                keeper.readOn();
            }
        });
    }
}
