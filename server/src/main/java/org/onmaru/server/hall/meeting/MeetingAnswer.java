package org.onmaru.server.hall.meeting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.city.identity.Permission;
import org.onmaru.server.city.identity.Role;

/// A meeting as one person sees it, over HTTP and in live updates.
///
/// @param broadcast whether it is meant for citizens
/// @param adjournedEmpty true when nobody adjourned it, but its room stayed empty
/// @param myRole the caller's strongest role there
/// @param myPermissions what the caller may do there
public record MeetingAnswer(
        UUID id,
        UUID seriesId,
        String title,
        String titleEn,
        @Nullable Integer ordinal,
        LocalDate date,
        Instant startsAt,
        @Nullable Instant startedAt,
        @Nullable Instant adjournedAt,
        boolean adjournedEmpty,
        MeetingState state,
        boolean rehearsal,
        boolean broadcast,
        @Nullable Role myRole,
        List<Permission> myPermissions) {

    public static MeetingAnswer of(MeetingView view, @Nullable Role role, Iterable<Permission> permissions) {
        var mine = new java.util.TreeSet<Permission>();
        permissions.forEach(mine::add);
        return new MeetingAnswer(
                view.id().value(),
                view.series().value(),
                view.title(),
                view.titleEn(),
                view.ordinal(),
                view.date(),
                view.startsAt(),
                view.startedAt(),
                view.adjournedAt(),
                view.adjournedEmpty(),
                view.state(),
                view.rehearsal(),
                view.broadcast(),
                role,
                List.copyOf(mine));
    }
}
