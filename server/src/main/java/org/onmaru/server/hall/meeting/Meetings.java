package org.onmaru.server.hall.meeting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.onmaru.server.hall.series.SeriesId;

/// The door to meetings. State changes are announced as [MeetingChanged], after commit.
public interface Meetings {

    Optional<MeetingView> find(MeetingId id);

    /// Meetings of these days, both included, oldest first; rehearsals too.
    List<MeetingView> between(LocalDate from, LocalDate to);

    /// Meetings that are open or in session now.
    List<MeetingView> live();

    /// Finished public meetings, newest first.
    List<MeetingView> adjourned(int limit);

    /// Meetings of the series that were held: adjourned then or later, no rehearsals; in the order in which they ended.
    List<MeetingView> held(SeriesId series, Instant since);

    /// The next public meeting that is scheduled or open, if any.
    Optional<MeetingView> next();

    /// What is due for a meeting because nobody has been in its room since then.
    EmptyRoom whenEmpty(MeetingId id, Instant since);

    /// Adjourns a meeting because nobody has been in its room since then, when that is due. True when this call did it:
    /// of many servers one does.
    boolean adjournEmpty(MeetingId id, Instant since);

    /// A rehearsal of today's meeting of the first daily series, open at once.
    MeetingView openRehearsal();
}
