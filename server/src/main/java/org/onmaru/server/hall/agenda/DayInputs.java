package org.onmaru.server.hall.agenda;

import java.util.ArrayList;
import java.util.List;
import org.onmaru.server.city.directory.Directory;
import org.onmaru.server.city.directory.Unit;
import org.onmaru.server.hall.directive.Directive;
import org.onmaru.server.hall.directive.Directives;
import org.onmaru.server.hall.directive.Needs;
import org.onmaru.server.hall.meeting.MeetingView;
import org.onmaru.server.hall.series.Phase;
import org.onmaru.server.hall.series.PhaseBook;
import org.springframework.stereotype.Component;

/// Gathers what the agenda of one meeting is made of, as it is now.
@Component
class DayInputs {

    private final PhaseBook phases;
    private final Directory directory;
    private final Directives directives;
    private final Needs needs;

    DayInputs(PhaseBook phases, Directory directory, Directives directives, Needs needs) {
        this.directives = directives;
        this.needs = needs;
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
        return byHand
                ? new Inputs(meeting.date(), open, units, List.of(), List.of(), List.of(), List.of())
                : new Inputs(meeting.date(), open, units, directives(meeting), List.of(), needs(meeting), List.of());
    }

    /// Those whose day has come and that still wait for their owner.
    private List<Inputs.Directive> directives(MeetingView meeting) {
        var due = new ArrayList<Inputs.Directive>();
        for (var carried : directives.carriedInto(meeting)) {
            var directive = carried.directive();
            var day = directive.due();
            var urgency = carried.urgency();
            if (day != null && (urgency == Directive.Urgency.OVERDUE || urgency == Directive.Urgency.DUE_TODAY)) {
                due.add(new Inputs.Directive(
                        directive.id().value(), directive.sentence(), directive.unit(), day, carried.times()));
            }
        }
        return due;
    }

    private List<Inputs.Sentence> needs(MeetingView meeting) {
        return needs.open(meeting.series()).stream()
                .map(need -> new Inputs.Sentence(need.id().value(), need.unit(), need.sentence()))
                .toList();
    }
}
