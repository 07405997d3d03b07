package org.onmaru.server.hall.agenda;

import java.util.List;
import org.onmaru.server.city.directory.Directory;
import org.onmaru.server.city.directory.Unit;
import org.onmaru.server.hall.meeting.MeetingView;
import org.onmaru.server.hall.series.Phase;
import org.onmaru.server.hall.series.PhaseBook;
import org.springframework.stereotype.Component;

/// Gathers what the agenda of one meeting is made of, as it is now.
@Component
class DayInputs {

    private final PhaseBook phases;
    private final Directory directory;

    DayInputs(PhaseBook phases, Directory directory) {
        this.phases = phases;
        this.directory = directory;
    }

    /// The agenda of a phase that is made by hand has only its closing.
    Inputs of(MeetingView meeting) {
        var plan = phases.find(meeting.series(), meeting.date()).map(Phase::plan);
        boolean byHand = plan.map(Phase.Plan::agendaTemplate)
                .filter(template -> template != Phase.AgendaTemplate.BY_HAND)
                .isEmpty();
        var units = byHand
                ? List.<Inputs.Speaker>of()
                : plan.orElseThrow().units().stream()
                        .flatMap(unit -> directory.unit(unit, meeting.date()).stream())
                        .map(unit -> new Inputs.Speaker(
                                unit.id(), unit.name(), unit.nameEn(), unit.kind() == Unit.Kind.AGENCY))
                        .toList();
        boolean open = !meeting.rehearsal() && plan.map(Phase.Plan::broadcast).orElse(false);
        return new Inputs(meeting.date(), open, units, List.of(), List.of(), List.of(), List.of());
    }
}
