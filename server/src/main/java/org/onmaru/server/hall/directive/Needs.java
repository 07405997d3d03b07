package org.onmaru.server.hall.directive;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.onmaru.server.city.directory.UnitId;
import org.onmaru.server.hall.meeting.MeetingId;
import org.onmaru.server.hall.series.SeriesId;

/// The door to needs. Who may is decided by who calls.
public interface Needs {

    /// Writes down what a unit asks for in a report. The same id again answers with what is there.
    Need fromReport(NeedId id, SeriesId series, UnitId unit, String sentence, UUID report);

    /// The unit's needs that were answered on that day or later, oldest answer first: they stand in its next report.
    List<Need> answeredSince(UnitId unit, LocalDate since);

    /// The needs that were answered in that meeting, in the order of their answers.
    List<Need> answeredIn(MeetingId meeting);

    /// The series' needs that were raised on that day of the city, oldest first; none of a rehearsal.
    List<Need> raisedOn(SeriesId series, LocalDate day);

    /// What enters an agenda of the series: its needs that nobody has answered, oldest first.
    List<Need> open(SeriesId series);
}
