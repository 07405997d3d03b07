package org.onmaru.server.hall.minutes;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.city.directory.Span;
import org.onmaru.server.hall.agenda.Agenda;
import org.onmaru.server.hall.agenda.Agendas;
import org.onmaru.server.hall.agenda.Run;
import org.onmaru.server.hall.directive.Directive;
import org.onmaru.server.hall.directive.DirectiveState;
import org.onmaru.server.hall.directive.Directives;
import org.onmaru.server.hall.directive.Need;
import org.onmaru.server.hall.directive.Needs;
import org.onmaru.server.hall.meeting.MeetingView;
import org.onmaru.server.hall.series.PhaseBook;
import org.onmaru.server.settings.OnmaruSettings;
import org.springframework.stereotype.Component;

/// Gathers what the system knows of a meeting by itself, as it is now.
@Component
class FactsBook {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final PhaseBook phases;
    private final Agendas agendas;
    private final Directives directives;
    private final Needs needs;
    private final RoomAttendance attendance;
    private final FloorFacts floor;
    private final OnmaruSettings settings;
    private final Clock clock;

    FactsBook(
            PhaseBook phases,
            Agendas agendas,
            Directives directives,
            Needs needs,
            RoomAttendance attendance,
            FloorFacts floor,
            OnmaruSettings settings,
            Clock clock) {
        this.phases = phases;
        this.agendas = agendas;
        this.directives = directives;
        this.needs = needs;
        this.attendance = attendance;
        this.floor = floor;
        this.settings = settings;
        this.clock = clock;
    }

    Facts of(MeetingView meeting) {
        var agenda = agendas.of(meeting);
        var texts = new LinkedHashMap<String, String>();
        var ordinal = meeting.ordinal();
        texts.put(MinutesField.NAME, meeting.title() + (ordinal == null ? "" : " 제" + ordinal + "회"));
        texts.put(MinutesField.BODY, settings.city().name());
        texts.put(MinutesField.STARTED, dayAndTime(meeting.startedAt()));
        texts.put(MinutesField.ENDED, dayAndTime(meeting.adjournedAt()));
        texts.put(MinutesField.PLACE, place(meeting));
        var present = attendance.during(meeting);
        texts.put(MinutesField.ATTENDEES, String.join("\n", present.attending()));
        texts.put(MinutesField.OBSERVERS, String.join("\n", present.sittingIn()));
        agenda.items().forEach(item -> {
            texts.put(MinutesField.title(item.key()), item.title());
            texts.put(MinutesField.times(item.key()), times(agenda, item.key()));
        });
        floor.lines(meeting.id(), at -> item(agenda, at))
                .forEach((item, lines) -> texts.put(MinutesField.turns(item), String.join("\n", lines)));
        decisions(meeting, agenda)
                .forEach((item, lines) -> texts.put(MinutesField.decisions(item), String.join("\n", lines)));
        return new Facts(
                texts,
                agenda.items().stream()
                        .map(item -> new MinutesDraft.Item(item.key(), item.title(), item.open()))
                        .toList());
    }

    private String place(MeetingView meeting) {
        return phases.find(meeting.series(), meeting.date())
                .map(phase -> switch (phase.plan().channel()) {
                    case INTERNAL_NETWORK -> "영상회의(내부망)";
                    case ZOOM -> "영상회의(Zoom)";
                    case ONMARU -> "영상회의(온마루)";
                })
                .orElse("");
    }

    /// `08:31~08:35, 08:50~`: an item may come up more than once.
    private String times(Agenda agenda, String key) {
        return agenda.runs().stream()
                .filter(run -> run.key().equals(key))
                .map(run -> time(run.startedAt()) + "~" + (run.endedAt() == null ? "" : time(run.endedAt())))
                .collect(Collectors.joining(", "));
    }

    /// What was decided belongs to the item that was begun last.
    private Map<String, List<String>> decisions(MeetingView meeting, Agenda agenda) {
        var lines = new LinkedHashMap<String, List<String>>();
        Stream.concat(
                        directives.givenIn(meeting.id()).stream()
                                .filter(FactsBook::stands)
                                .map(one -> new Decision(one.saidAt(), line(one))),
                        needs.answeredIn(meeting.id()).stream().flatMap(one -> answered(one).stream()))
                .sorted((one, other) -> one.at.compareTo(other.at))
                .forEach(one -> lines.computeIfAbsent(item(agenda, one.at), _ -> new ArrayList<>())
                        .add(one.line));
        return lines;
    }

    private record Decision(Instant at, String line) {}

    /// The item that was begun last: what is said after an internal item, before another begins, counts as its.
    private static String item(Agenda agenda, Instant at) {
        var before = agenda.runs().stream()
                .filter(run -> !run.startedAt().isAfter(at))
                .map(Run::key)
                .toList();
        return before.isEmpty() ? MinutesField.WHOLE : before.getLast();
    }

    private static boolean stands(Directive directive) {
        return directive.state() != DirectiveState.CANCELLED && directive.state() != DirectiveState.MERGED;
    }

    private static String line(Directive directive) {
        var due = directive.due();
        var asked = directive.askedUnitName();
        var more = Stream.of(
                        directive.label(),
                        due == null ? "" : Span.korean(due) + "까지",
                        asked == null ? "" : asked + " 건의",
                        directive.givenBy() + " 지시")
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
        return directive.unitName() + ": " + directive.sentence() + " (" + more + ")";
    }

    /// An accepted need is a directive already.
    private static List<Decision> answered(Need need) {
        var answer = need.answer();
        if (answer == null || need.state() == Need.State.ACCEPTED || need.state() == Need.State.OPEN) {
            return List.of();
        }
        var until = answer.date() == null ? "" : ", " + Span.korean(answer.date()) + "까지";
        var verdict = need.state() == Need.State.REFUSED ? "불수용" : "검토(" + answer.unitName() + until + ")";
        var words = answer.words().isBlank() ? "" : " - " + answer.words();
        return List.of(
                new Decision(answer.at(), need.unitName() + " 건의: " + need.sentence() + " → " + verdict + words));
    }

    private String dayAndTime(@Nullable Instant at) {
        return at == null ? "" : Span.korean(at.atZone(clock.getZone()).toLocalDate()) + " " + time(at);
    }

    private String time(Instant at) {
        return TIME.format(at.atZone(clock.getZone()));
    }
}
