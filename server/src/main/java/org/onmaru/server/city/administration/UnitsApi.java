package org.onmaru.server.city.administration;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.city.directory.Unit;
import org.onmaru.server.city.directory.UnitBook;
import org.onmaru.server.city.directory.UnitId;
import org.onmaru.server.city.directory.UnitNames;
import org.onmaru.server.city.identity.Access;
import org.onmaru.server.city.identity.Actor;
import org.onmaru.server.city.identity.Denied;
import org.onmaru.server.city.identity.Permission;
import org.onmaru.server.city.identity.Scope;
import org.onmaru.server.problem.PlainText;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Units and their dated names.
@RestController
@RequestMapping("/api/v1/units")
class UnitsApi {

    private final Access access;
    private final UnitBook units;
    private final Clock clock;

    UnitsApi(Access access, UnitBook units, Clock clock) {
        this.access = access;
        this.units = units;
        this.clock = clock;
    }

    record UnitName(String name, String nameEn, LocalDate from) {}

    /// A unit as it is called today, with all its names.
    ///
    /// @param until its last day; null while it goes on
    record UnitAnswer(
            UUID id,
            String name,
            String nameEn,
            Unit.Kind kind,
            int seat,
            boolean synthetic,
            @Nullable LocalDate until,
            List<UnitName> names) {}

    record CreateUnit(
            @PlainText String name,
            @PlainText(max = 120) String nameEn,
            @NotNull Unit.Kind kind,
            @NotNull LocalDate from) {}

    record RenameUnit(
            @PlainText String name,
            @PlainText(max = 120) String nameEn,
            @NotNull LocalDate from) {}

    record EndUnit(@Nullable LocalDate until) {}

    /// For people with an account: guests need no list of the city.
    @GetMapping
    List<UnitAnswer> listUnits() {
        var actor = access.current();
        if (!(actor instanceof Actor.Person)) {
            throw new Denied(actor, Permission.SEE_INTERNAL);
        }
        return units.all().stream().map(this::answer).toList();
    }

    @PostMapping
    UnitAnswer createUnit(@Valid @RequestBody CreateUnit body) {
        access.require(Permission.ADMINISTER, Scope.city());
        return answer(units.create(body.name, body.nameEn, body.kind, body.from, false));
    }

    @PostMapping("/{id}/names")
    UnitAnswer renameUnit(@PathVariable UUID id, @Valid @RequestBody RenameUnit body) {
        access.require(Permission.ADMINISTER, Scope.city());
        units.rename(new UnitId(id), body.name, body.nameEn, body.from);
        return answer(new UnitId(id));
    }

    /// Its posts, and whoever is in them, end on the same day.
    @PutMapping("/{id}/until")
    UnitAnswer endUnit(@PathVariable UUID id, @Valid @RequestBody EndUnit body) {
        access.require(Permission.ADMINISTER, Scope.city());
        units.end(new UnitId(id), body.until);
        return answer(new UnitId(id));
    }

    private UnitAnswer answer(UnitId id) {
        return answer(units.find(id).orElseThrow());
    }

    private UnitAnswer answer(UnitNames unit) {
        var now = unit.unitOn(LocalDate.now(clock));
        return new UnitAnswer(
                unit.id().value(),
                now.name(),
                now.nameEn(),
                unit.kind(),
                unit.seat(),
                unit.synthetic(),
                unit.until(),
                unit.names().stream()
                        .map(name -> new UnitName(name.name(), name.nameEn(), name.from()))
                        .toList());
    }
}
