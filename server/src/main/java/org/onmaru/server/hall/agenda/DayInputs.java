package org.onmaru.server.hall.agenda;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.onmaru.server.city.directory.Directory;
import org.onmaru.server.city.directory.Unit;
import org.onmaru.server.hall.directive.Directive;
import org.onmaru.server.hall.directive.Directives;
import org.onmaru.server.hall.directive.Needs;
import org.onmaru.server.hall.meeting.MeetingView;
import org.onmaru.server.hall.report.Content;
import org.onmaru.server.hall.report.FiledReport;
import org.onmaru.server.hall.report.FiledReports;
import org.onmaru.server.hall.series.Phase;
import org.onmaru.server.hall.series.PhaseBook;
import org.springframework.stereotype.Component;

/// Gathers what the agenda of one meeting is made of, as it is now.
@Component
class DayInputs {

    /// Of a headline.
    private static final int MOST_LETTERS = 60;

    private final PhaseBook phases;
    private final Directory directory;
    private final Directives directives;
    private final Needs needs;
    private final FiledReports reports;

    DayInputs(PhaseBook phases, Directory directory, Directives directives, Needs needs, FiledReports reports) {
        this.reports = reports;
        this.directives = directives;
        this.needs = needs;
        this.phases = phases;
        this.directory = directory;
    }

    /// The agenda of a phase that is made by hand has only its closing.
    Inputs of(MeetingView meeting) {
        var plan = phases.find(meeting.series(), meeting.date()).map(Phase::plan);
        var template = plan.map(Phase.Plan::agendaTemplate).orElse(Phase.AgendaTemplate.BY_HAND);
        boolean byHand = template == Phase.AgendaTemplate.BY_HAND;
        var units = byHand
                ? List.<Inputs.Speaker>of()
                : plan.orElseThrow().units().stream()
                        .flatMap(unit -> directory.unit(unit, meeting.date()).stream())
                        .map(unit -> new Inputs.Speaker(
                                unit.id(), unit.name(), unit.nameEn(), unit.kind() == Unit.Kind.AGENCY))
                        .toList();
        boolean open = meeting.isPublic();
        return byHand
                ? new Inputs(meeting.date(), open, units, List.of(), List.of(), List.of(), List.of(), false)
                : filled(meeting, open, units, template == Phase.AgendaTemplate.DAILY_WITH_TOPIC);
    }

    private Inputs filled(MeetingView meeting, boolean open, List<Inputs.Speaker> units, boolean topic) {
        var filed = reports.latest(meeting.series(), meeting.date());
        return new Inputs(
                meeting.date(),
                open,
                units,
                directives(meeting),
                filed.stream().map(DayInputs::report).toList(),
                needs(meeting),
                filed.stream().flatMap(DayInputs::practices).toList(),
                topic);
    }

    private static Inputs.Report report(FiledReport filed) {
        var content = filed.content();
        var headline = content.situation()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .findFirst();
        return new Inputs.Report(
                filed.report().value(),
                filed.unit(),
                filed.version().nil(),
                filed.version().late(),
                weight(content.severity()) * weight(content.urgency()),
                headline.map(line -> line.length() <= MOST_LETTERS ? line : line.substring(0, MOST_LETTERS) + "…")
                        .orElse(null));
    }

    /// Not a sum: what is severe and over, or mild and urgent, comes after what is both.
    private static int weight(Content.Severity severity) {
        return switch (severity) {
            case EXTREME -> 4;
            case SEVERE -> 3;
            case MODERATE -> 2;
            case MINOR, UNKNOWN -> 1;
        };
    }

    private static int weight(Content.Urgency urgency) {
        return switch (urgency) {
            case IMMEDIATE -> 4;
            case EXPECTED -> 3;
            case FUTURE -> 2;
            case PAST, UNKNOWN -> 1;
        };
    }

    private static Stream<Inputs.Sentence> practices(FiledReport filed) {
        return filed.content().practices().stream()
                .map(line -> new Inputs.Sentence(
                        UUID.nameUUIDFromBytes((filed.report().value() + "\n" + line).getBytes(StandardCharsets.UTF_8)),
                        filed.unit(),
                        line));
    }

    /// Those that still wait for their owner; what is done waits for its verification elsewhere.
    private List<Inputs.Directive> directives(MeetingView meeting) {
        return directives.carriedInto(meeting).stream()
                .filter(carried -> carried.urgency() != Directive.Urgency.WAITING)
                .map(carried -> new Inputs.Directive(
                        carried.directive().id().value(),
                        carried.directive().sentence(),
                        carried.directive().unit(),
                        carried.directive().due(),
                        carried.times()))
                .toList();
    }

    private List<Inputs.Sentence> needs(MeetingView meeting) {
        return needs.open(meeting.series()).stream()
                .map(need -> new Inputs.Sentence(need.id().value(), need.unit(), need.sentence()))
                .toList();
    }
}
