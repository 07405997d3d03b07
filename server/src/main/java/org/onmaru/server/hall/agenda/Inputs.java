package org.onmaru.server.hall.agenda;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.city.directory.UnitId;

/// Everything an agenda is made of. The same inputs make the same agenda.
///
/// @param date of the meeting
/// @param open whether the meeting is meant for citizens
/// @param units that report, in their order
/// @param topic whether a department speaks on a topic of the day
record Inputs(
        LocalDate date,
        boolean open,
        List<Speaker> units,
        List<Directive> directives,
        List<Report> reports,
        List<Sentence> needs,
        List<Sentence> practices,
        boolean topic) {

    Inputs {
        units = List.copyOf(units);
        directives = List.copyOf(directives);
        reports = List.copyOf(reports);
        needs = List.copyOf(needs);
        practices = List.copyOf(practices);
    }

    /// A unit that speaks.
    ///
    /// @param agency true for an outside agency
    record Speaker(UnitId unit, String name, String nameEn, boolean agency) {}

    /// An open directive.
    ///
    /// @param due null when it has no day
    /// @param carried over how many meetings
    record Directive(
            UUID id,
            String sentence,
            UnitId owner,
            @Nullable LocalDate due,
            int carried) {}

    /// What a unit filed for this meeting.
    ///
    /// @param late true when it came after the cut-off
    /// @param weight severity × urgency, from 1; the heavier the earlier
    /// @param headline one line; null when it has none
    record Report(
            UUID id,
            UnitId unit,
            boolean nil,
            boolean late,
            int weight,
            @Nullable String headline) {}

    /// A need or a practice.
    record Sentence(UUID id, UnitId unit, String text) {}
}
