package org.onmaru.server.onair.broadcast.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.city.identity.Permission;
import org.onmaru.server.city.identity.Role;
import org.onmaru.server.hall.meeting.MeetingState;
import org.onmaru.server.hall.meeting.MeetingView;

/// A meeting as one reader sees it; the same shape as the meeting's own resource.
///
/// @param myRole the reader's
record MeetingNews(
        UUID id,
        UUID seriesId,
        String title,
        String titleEn,
        @Nullable Integer ordinal,
        LocalDate date,
        Instant startsAt,
        @Nullable Instant startedAt,
        @Nullable Instant adjournedAt,
        MeetingState state,
        boolean rehearsal,
        @Nullable Role myRole,
        Set<Permission> myPermissions) {

    static MeetingNews of(MeetingView meeting, @Nullable Role role, Set<Permission> permissions) {
        return new MeetingNews(
                meeting.id().value(),
                meeting.series().value(),
                meeting.title(),
                meeting.titleEn(),
                meeting.ordinal(),
                meeting.date(),
                meeting.startsAt(),
                meeting.startedAt(),
                meeting.adjournedAt(),
                meeting.state(),
                meeting.rehearsal(),
                role,
                permissions);
    }
}
