package org.onmaru.server.city.administration;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.city.identity.Holding;

/// A post as it is called today, with all its names and everybody who was, is or will be in it, oldest first.
///
/// @param nameEn empty for a post that was text once, until somebody renames it
/// @param seat order within the unit, from 1
/// @param until its last day; null while it goes on
record PostAnswer(
        UUID id,
        UUID unitId,
        String name,
        String nameEn,
        boolean head,
        int seat,
        LocalDate from,
        @Nullable LocalDate until,
        List<PostName> names,
        List<PostHolding> holdings) {

    record PostName(String name, String nameEn, LocalDate from) {}

    /// @param until the last day; null while there is none
    record PostHolding(
            UUID id,
            UUID personId,
            String person,
            Holding.Kind kind,
            LocalDate from,
            @Nullable LocalDate until) {}
}
