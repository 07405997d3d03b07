package org.onmaru.server.city.identity;

import java.util.List;
import org.onmaru.server.city.directory.PostNames;
import org.onmaru.server.city.directory.Span;
import org.onmaru.server.city.directory.UnitNames;
import org.onmaru.server.problem.Problem;

/// Everybody who ever was or will be in one post, and who else may come.
///
/// @param unit the unit of the post
record Occupancy(UnitNames unit, PostNames post, List<Holding> held) {

    /// @throws Problem when the post does not exist on those days, or somebody is in it in that way, or this person
    ///     is in it in the other way
    void admit(Holding wanted) {
        unit.requireThroughout(wanted.days());
        post.requireThroughout(wanted.days());
        held.stream()
                .filter(other -> !other.id().equals(wanted.id()) && other.days().overlaps(wanted.days()))
                .filter(other -> other.kind() == wanted.kind() || other.person().equals(wanted.person()))
                .findFirst()
                .ifPresent(other -> {
                    throw refusal(wanted, other);
                });
    }

    private static Problem refusal(Holding wanted, Holding other) {
        var ko = days(other.days());
        var en = other.days().from() + "–"
                + (other.days().until() == null ? "" : other.days().until());
        if (other.person().equals(wanted.person())) {
            return Problem.conflict(
                    "already-in-post",
                    "그 기간에 같은 사람이 이미 이 직위에 있습니다(" + ko + ").",
                    "The same person is already in this post in that time (" + en + ").");
        }
        return switch (wanted.kind()) {
            case HOLDER ->
                Problem.conflict(
                        "post-held",
                        "그 기간에는 이미 다른 사람의 직위입니다(" + ko + "). 먼저 그 사람의 마지막 날을 정하거나 직무대리로 정하십시오.",
                        "Somebody else holds the post in that time (" + en
                                + "); give them a last day first, or choose acting.");
            case ACTING ->
                Problem.conflict(
                        "post-acted-for",
                        "그 기간에는 이미 다른 사람이 직무대리입니다(" + ko + "). 먼저 그 사람의 마지막 날을 정하십시오.",
                        "Somebody else acts for the post in that time (" + en + "); give them a last day first.");
        };
    }

    private static String days(Span days) {
        return Span.korean(days.from()) + "부터" + (days.until() == null ? "" : " " + Span.korean(days.until()) + "까지");
    }
}
