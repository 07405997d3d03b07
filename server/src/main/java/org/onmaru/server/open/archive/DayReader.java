package org.onmaru.server.open.archive;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.onmaru.server.hall.agenda.Agendas;
import org.onmaru.server.hall.directive.Directive;
import org.onmaru.server.hall.directive.Directives;
import org.onmaru.server.hall.directive.Need;
import org.onmaru.server.hall.directive.Needs;
import org.onmaru.server.hall.meeting.MeetingState;
import org.onmaru.server.hall.meeting.MeetingView;
import org.onmaru.server.hall.meeting.Meetings;
import org.onmaru.server.hall.minutes.PublishedMinutes;
import org.onmaru.server.hall.minutes.WorkingMinutes;
import org.onmaru.server.hall.series.Phase;
import org.onmaru.server.hall.series.PhaseBook;
import org.onmaru.server.open.archive.index.Kind;
import org.onmaru.server.open.archive.index.Passage;
import org.onmaru.server.open.archive.index.Readers;
import org.springframework.stereotype.Component;

/// Reads what the archive keeps of one day from the modules that know it, and says of each passage who may find it.
///
/// Released is: that a public meeting was held; an open item of it once it was talked about; and what its published
/// minutes say, without internal items. All else is for those of the series, and for the unit whose it is.
@Component
class DayReader {

    private final Meetings meetings;
    private final PhaseBook phases;
    private final Agendas agendas;
    private final PublishedMinutes published;
    private final WorkingMinutes working;
    private final Directives directives;
    private final Needs needs;
    private final ReportReader reports;
    private final UnitNames units;

    DayReader(
            Meetings meetings,
            PhaseBook phases,
            Agendas agendas,
            PublishedMinutes published,
            WorkingMinutes working,
            Directives directives,
            Needs needs,
            ReportReader reports,
            UnitNames units) {
        this.meetings = meetings;
        this.phases = phases;
        this.agendas = agendas;
        this.published = published;
        this.working = working;
        this.directives = directives;
        this.needs = needs;
        this.reports = reports;
        this.units = units;
    }

    /// What its meetings are called.
    List<Passage> titles(Day day) {
        var names = phases.of(day.series());
        return held(day).stream().map(meeting -> title(meeting, names)).toList();
    }

    /// What was said, given, asked for and reported. A day without a meeting has nothing.
    List<Passage> contents(Day day) {
        var held = held(day);
        var passages = new ArrayList<Passage>();
        held.forEach(meeting -> passages.addAll(of(meeting)));
        held.stream().findFirst().ifPresent(first -> {
            var writer = writer(first);
            needs.raisedOn(day.series(), day.date()).forEach(need -> passages.add(need(writer, need, held)));
            passages.addAll(reports.of(day, writer));
        });
        return passages;
    }

    /// Days on which any meeting was held, or is: those of which there is something to read.
    static Stream<Day> days(List<MeetingView> meetings) {
        return meetings.stream()
                .filter(DayReader::isKept)
                .map(meeting -> new Day(meeting.series(), meeting.date()))
                .distinct();
    }

    /// Rehearsals never enter, and what nobody opened is no meeting yet.
    private static boolean isKept(MeetingView meeting) {
        return !meeting.rehearsal()
                && switch (meeting.state()) {
                    case OPEN, IN_SESSION, ADJOURNED -> true;
                    case SCHEDULED, CANCELLED -> false;
                };
    }

    private List<MeetingView> held(Day day) {
        return meetings.between(day.date(), day.date()).stream()
                .filter(meeting -> meeting.series().equals(day.series()))
                .filter(DayReader::isKept)
                .sorted(Comparator.comparing(MeetingView::startsAt)
                        .thenComparing(meeting -> meeting.id().value()))
                .toList();
    }

    private static PassageWriter writer(MeetingView meeting) {
        return new PassageWriter(new Passage.Sitting(
                meeting.id().value(),
                meeting.series().value(),
                meeting.title(),
                meeting.titleEn(),
                meeting.ordinal(),
                meeting.date()));
    }

    private static boolean isReleased(MeetingView meeting) {
        return meeting.isPublic()
                && (meeting.state() == MeetingState.IN_SESSION || meeting.state() == MeetingState.ADJOURNED);
    }

    /// It is found by every name its series ever had; what was released, by those that were for citizens.
    private static Passage title(MeetingView meeting, List<Phase> names) {
        boolean released = isReleased(meeting);
        var others = names.stream()
                .filter(phase -> !released || phase.plan().broadcast())
                .flatMap(phase -> Stream.of(phase.name(), phase.nameEn()))
                .filter(name -> !name.isBlank() && !name.equals(meeting.title()))
                .distinct()
                .collect(Collectors.joining(" · "));
        var ordinal = meeting.ordinal();
        return writer(meeting)
                .passage(Kind.MEETING, released ? Set.of(Readers.EVERYBODY) : ofSeries(meeting))
                .under(others)
                .at(meeting.startedAt())
                .says(meeting.title() + (ordinal == null ? "" : " 제" + ordinal + "회"));
    }

    private List<Passage> of(MeetingView meeting) {
        var writer = writer(meeting);
        var agenda = agendas.of(meeting);
        var moments = Moments.of(agenda);
        var passages = new ArrayList<Passage>();
        for (var item : agenda.items()) {
            var began = moments.of(item.key());
            boolean released = isReleased(meeting) && item.open() && began != null;
            passages.add(writer.passage(Kind.AGENDA, released ? Set.of(Readers.EVERYBODY) : ofSeries(meeting))
                    .of(units.of(item.unit(), meeting.date()))
                    .foundBy(item.titleEn())
                    .subject(item.key())
                    .at(began)
                    .says(item.title()));
        }
        passages.addAll(minutes(meeting, new MinutesReader(writer, agenda, moments, units)));
        directives.givenIn(meeting.id()).forEach(one -> passages.add(directive(writer, one)));
        return passages;
    }

    /// What was published is everybody's; what stands in them now and was not, is the series'.
    private List<Passage> minutes(MeetingView meeting, MinutesReader reader) {
        var everybody = meeting.isPublic() ? Set.of(Readers.EVERYBODY) : ofSeries(meeting);
        var released = published.of(meeting.id()).stream()
                .flatMap(one -> reader.of(one.content(), everybody).stream())
                .toList();
        var known = released.stream().map(MinutesReader.Place::of).collect(Collectors.toSet());
        var internal = reader.of(working.of(meeting), ofSeries(meeting)).stream()
                .filter(passage -> !known.contains(MinutesReader.Place.of(passage)));
        return Stream.concat(released.stream(), internal).toList();
    }

    private static Passage directive(PassageWriter writer, Directive one) {
        var asked = one.askedUnit();
        return writer.passage(
                        Kind.DIRECTIVE,
                        Stream.of(
                                        Readers.ofSeries(one.series().value()),
                                        Readers.ofUnit(one.unit().value()),
                                        asked == null ? null : Readers.ofUnit(asked.value()))
                                .filter(Objects::nonNull)
                                .collect(Collectors.toSet()))
                .of(new Passage.Owner(one.unit().value(), one.unitName()))
                .under(one.label())
                .foundBy(one.givenBy() + "\n" + Objects.requireNonNullElse(one.askedUnitName(), ""))
                .subject(one.id().value().toString())
                .at(one.saidAt())
                .says(one.sentence());
    }

    /// It stands in the meeting in which it was said; one from a report, in the first of its day.
    private static Passage need(PassageWriter first, Need one, List<MeetingView> held) {
        var said = one.meeting();
        var meeting = held.stream().filter(each -> each.id().equals(said)).findFirst();
        var answer = one.answer();
        return meeting.map(DayReader::writer)
                .orElse(first)
                .passage(
                        Kind.NEED,
                        Stream.of(
                                        Readers.ofSeries(one.series().value()),
                                        Readers.ofUnit(one.unit().value()),
                                        answer == null
                                                ? null
                                                : Readers.ofUnit(answer.unit().value()))
                                .filter(Objects::nonNull)
                                .collect(Collectors.toSet()))
                .of(new Passage.Owner(one.unit().value(), one.unitName()))
                .foundBy(answer == null ? "" : answer.unitName())
                .subject(one.id().value().toString())
                .at(meeting.isPresent() ? one.raisedAt() : null)
                .says(
                        answer == null || answer.words().isBlank()
                                ? one.sentence()
                                : one.sentence() + " → " + answer.words());
    }

    private static Set<String> ofSeries(MeetingView meeting) {
        return Set.of(Readers.ofSeries(meeting.series().value()));
    }
}
