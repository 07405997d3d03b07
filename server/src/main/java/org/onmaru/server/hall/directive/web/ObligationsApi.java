package org.onmaru.server.hall.directive.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.city.directory.UnitBook;
import org.onmaru.server.city.directory.UnitId;
import org.onmaru.server.hall.directive.DirectiveBook;
import org.onmaru.server.hall.directive.NeedBook;
import org.onmaru.server.hall.directive.Viewers;
import org.onmaru.server.problem.Problem;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// What a unit owes and what it is owed, as far as the caller may see it.
@RestController
class ObligationsApi {

    private final Viewers viewers;
    private final UnitBook units;
    private final DirectiveBook directives;
    private final NeedBook needs;
    private final DirectiveAnswers directiveAnswers;
    private final NeedAnswers needAnswers;
    private final Clock clock;

    ObligationsApi(
            Viewers viewers,
            UnitBook units,
            DirectiveBook directives,
            NeedBook needs,
            DirectiveAnswers directiveAnswers,
            NeedAnswers needAnswers,
            Clock clock) {
        this.viewers = viewers;
        this.units = units;
        this.directives = directives;
        this.needs = needs;
        this.directiveAnswers = directiveAnswers;
        this.needAnswers = needAnswers;
        this.clock = clock;
    }

    record OwnUnit(UUID id, String name) {}

    /// @param name of today, or of its last day
    /// @param endedOn its last day; null while it goes on
    /// @param owes open directives by due date; their urgency tells overdue, due today and waiting for verification
    /// @param studies needs of others that it said it would study
    /// @param needs its own that wait for their last word
    /// @param owed open directives that others got because it asked
    record Obligations(
            UUID unitId,
            String name,
            @Nullable LocalDate endedOn,
            List<DirectiveAnswer> owes,
            List<NeedAnswer> studies,
            List<NeedAnswer> needs,
            List<DirectiveAnswer> owed) {}

    @GetMapping("/api/v1/units/{id}/obligations")
    Obligations getObligations(@PathVariable UUID id) {
        var by = viewers.current();
        var unit = new UnitId(id);
        var names = units.find(unit)
                .orElseThrow(() -> Problem.missing("unit-missing", "그런 부서·기관이 없습니다.", "There is no such unit."));
        var today = LocalDate.now(clock);
        var ended = names.span().endsBefore(today) ? names.until() : null;
        return new Obligations(
                id,
                names.on(today).name(),
                ended,
                directiveAnswers.of(directives.owedBy(unit, by), by),
                needAnswers.of(needs.studiedBy(unit, by), by),
                needAnswers.of(needs.waiting(unit, by), by),
                directiveAnswers.of(directives.askedBy(unit, by), by));
    }

    /// The units in which the caller has a post today, by seat.
    @GetMapping("/api/v1/me/units")
    List<OwnUnit> listOwnUnits() {
        var mine = viewers.current().units();
        return units.unitsOn(LocalDate.now(clock)).stream()
                .filter(unit -> mine.contains(unit.id()))
                .map(unit -> new OwnUnit(unit.id().value(), unit.name()))
                .toList();
    }
}
