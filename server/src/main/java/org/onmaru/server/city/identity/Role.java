package org.onmaru.server.city.identity;

import static org.onmaru.server.city.identity.Permission.*;

import java.util.EnumSet;
import java.util.Set;

/// A set of permissions, held city-wide or in one series; strongest first.
public enum Role {
    ADMINISTRATOR(EnumSet.allOf(Permission.class)),
    CHAIR(EnumSet.of(
            JOIN,
            PUBLISH_MEDIA,
            SHARE_SCREEN,
            RUN_MEETING,
            PREPARE,
            GO_ON_AIR,
            MODERATE,
            INVITE,
            KEEP_DIRECTIVES,
            FILE_REPORTS,
            SEE_INTERNAL)),
    HOST(CHAIR.permissions),
    CLERK(EnumSet.of(
            JOIN, PUBLISH_MEDIA, SHARE_SCREEN, PREPARE, MODERATE, INVITE, KEEP_DIRECTIVES, FILE_REPORTS, SEE_INTERNAL)),
    SPEAKER(EnumSet.of(JOIN, PUBLISH_MEDIA, SHARE_SCREEN, SEE_INTERNAL)),
    ATTENDEE(EnumSet.of(JOIN, PUBLISH_MEDIA, SEE_INTERNAL)),
    GUEST(EnumSet.of(JOIN, PUBLISH_MEDIA));

    @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable copy
    private final Set<Permission> permissions;

    Role(Set<Permission> permissions) {
        this.permissions = Set.copyOf(permissions);
    }

    public Set<Permission> permissions() {
        return permissions;
    }
}
