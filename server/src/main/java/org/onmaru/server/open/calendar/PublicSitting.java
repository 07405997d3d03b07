package org.onmaru.server.open.calendar;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.hall.meeting.MeetingId;
import org.onmaru.server.hall.meeting.MeetingView;
import org.onmaru.server.hall.series.Phase;

/// One meeting in the calendar.
///
/// @param meeting null while only the recurrence of its series promises it
/// @param title the series' name on that day
record PublicSitting(
        @Nullable MeetingId meeting,
        String title,
        String titleEn,
        @Nullable Integer ordinal,
        Instant startsAt,
        int minutes,
        State state) {

    enum State {
        SCHEDULED,
        IN_SESSION,
        ADJOURNED,
        CANCELLED
    }

    static PublicSitting of(MeetingView meeting) {
        return new PublicSitting(
                meeting.id(),
                meeting.title(),
                meeting.titleEn(),
                meeting.ordinal(),
                meeting.startsAt(),
                meeting.minutes(),
                switch (meeting.state()) {
                    case SCHEDULED, OPEN -> State.SCHEDULED;
                    case IN_SESSION -> State.IN_SESSION;
                    case ADJOURNED -> State.ADJOURNED;
                    case CANCELLED -> State.CANCELLED;
                });
    }

    static PublicSitting promised(Phase phase, Instant startsAt, int minutes) {
        return new PublicSitting(null, phase.name(), phase.nameEn(), null, startsAt, minutes, State.SCHEDULED);
    }

    /// With its number, once it has one.
    String fullTitle() {
        return ordinal == null ? title : title + " 제" + ordinal + "회";
    }
}
