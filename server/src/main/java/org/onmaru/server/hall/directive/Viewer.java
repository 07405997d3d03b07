package org.onmaru.server.hall.directive;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.city.directory.UnitId;
import org.onmaru.server.city.identity.Access;
import org.onmaru.server.city.identity.Actor;
import org.onmaru.server.city.identity.Permission;
import org.onmaru.server.city.identity.Scope;
import org.onmaru.server.hall.series.SeriesId;

/// The person of one request, and what they may see and do with directives and needs.
public final class Viewer {

    private final Access access;
    private final Actor.Person person;
    private final Set<UnitId> units;
    private final Map<UUID, Set<Permission>> permissions = new HashMap<>();

    /// @param units those in which they have a post today, acting or their own
    Viewer(Access access, Actor.Person person, Set<UnitId> units) {
        this.access = access;
        this.person = person;
        this.units = Set.copyOf(units);
    }

    Actor.Person person() {
        return person;
    }

    public Set<UnitId> units() {
        return units;
    }

    /// Post and name, e.g. `시장 한가온`.
    String plate() {
        return plate(person.post(), person.name());
    }

    static String plate(String post, String name) {
        return (post + " " + name).strip();
    }

    /// Whether they see what is internal to the series.
    boolean sees(SeriesId series) {
        return in(series).contains(Permission.SEE_INTERNAL);
    }

    /// Whether they issue, verify and answer in the series.
    public boolean keeps(SeriesId series) {
        return in(series).contains(Permission.KEEP_DIRECTIVES);
    }

    /// Those of the series see all of it; other people what is theirs, never of a rehearsal.
    public boolean sees(Directive directive) {
        return sees(directive.series())
                || (!directive.rehearsal() && (isOf(directive.unit()) || isOf(directive.askedUnit())));
    }

    public boolean sees(Need need) {
        var answer = need.answer();
        return sees(need.series())
                || (!need.rehearsal() && (isOf(need.unit()) || (answer != null && isOf(answer.unit()))));
    }

    boolean isOf(@Nullable UnitId unit) {
        return unit != null && units.contains(unit);
    }

    boolean may(DirectiveMove move, Directive directive) {
        return switch (move.by()) {
            case OWNER -> isOf(directive.unit()) && sees(directive);
            case KEEPER -> keeps(directive.series());
        };
    }

    /// What they may do with it now.
    public List<DirectiveMove> moves(Directive directive) {
        return Arrays.stream(DirectiveMove.values())
                .filter(move -> move.isPossibleFrom(directive.state()) && may(move, directive))
                .toList();
    }

    private Set<Permission> in(SeriesId series) {
        return permissions.computeIfAbsent(series.value(), id -> access.permissions(person, Scope.series(id)));
    }
}
