package org.onmaru.server.hall.minutes;

import org.onmaru.server.hall.meeting.MeetingView;
import org.springframework.stereotype.Component;

/// The door to minutes as they stand now, with their internal items: what is being written, signed or was. For those
/// who
/// may see what is internal to the meeting; that is decided by who calls.
@Component
public class WorkingMinutes {

    private final MinutesStore store;
    private final FactsBook facts;

    WorkingMinutes(MinutesStore store, FactsBook facts) {
        this.store = store;
        this.facts = facts;
    }

    public MinutesContent of(MeetingView meeting) {
        var minutes = store.of(meeting.id());
        var sealed = minutes.sealed();
        return sealed == null
                ? MinutesDraft.of(facts.of(meeting), store.written(meeting.id()), minutes.grows())
                        .content()
                : sealed.content();
    }
}
