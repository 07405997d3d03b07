package org.onmaru.server.hall.directive.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.onmaru.server.city.directory.Directory;
import org.onmaru.server.city.directory.Unit;
import org.onmaru.server.hall.directive.Directive;
import org.onmaru.server.hall.directive.DirectiveBook;
import org.onmaru.server.hall.directive.DirectiveId;
import org.onmaru.server.hall.directive.Step;
import org.onmaru.server.hall.directive.Viewer;
import org.springframework.stereotype.Component;

/// Tells directives with all that belongs to them.
@Component
class DirectiveAnswers {

    private final DirectiveBook book;
    private final Directory directory;
    private final Clock clock;

    DirectiveAnswers(DirectiveBook book, Directory directory, Clock clock) {
        this.book = book;
        this.directory = directory;
        this.clock = clock;
    }

    DirectiveAnswer of(Directive directive, Viewer by) {
        return of(List.of(directive), by).getFirst();
    }

    List<DirectiveAnswer> of(List<Directive> directives, Viewer by) {
        if (directives.isEmpty()) {
            return List.of();
        }
        var today = LocalDate.now(clock);
        var existing = directory.unitsOn(today).stream().map(Unit::id).collect(Collectors.toSet());
        var carried = book.carried(directives);
        var histories =
                book.histories(directives.stream().map(one -> one.id().value()).toList());
        var into = book.labels(directives.stream()
                .map(Directive::mergedInto)
                .filter(Objects::nonNull)
                .toList());
        return directives.stream()
                .map(one -> answer(
                        one,
                        by,
                        today,
                        existing.contains(one.unit()),
                        into,
                        carried.getOrDefault(one.id(), 0),
                        histories.getOrDefault(one.id().value(), List.of())))
                .toList();
    }

    private static DirectiveAnswer answer(
            Directive one,
            Viewer by,
            LocalDate today,
            boolean exists,
            Map<DirectiveId, String> labels,
            int carried,
            List<Step> history) {
        var asked = one.askedUnit();
        var into = one.mergedInto();
        return new DirectiveAnswer(
                one.id().value(),
                one.label(),
                one.capture(),
                one.series().value(),
                one.meeting().value(),
                one.meetingDate(),
                one.rehearsal(),
                one.sentence(),
                one.unit().value(),
                one.unitName(),
                !exists,
                asked == null ? null : asked.value(),
                one.askedUnitName(),
                one.due(),
                one.urgency(today),
                one.givenBy(),
                one.saidAt(),
                one.state(),
                into == null ? null : into.value(),
                into == null ? null : labels.get(into),
                one.closedAt(),
                carried,
                one.version(),
                by.moves(one),
                history.stream().map(StepAnswer::of).toList());
    }
}
