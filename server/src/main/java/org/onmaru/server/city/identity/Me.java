package org.onmaru.server.city.identity;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who the browser is to the server.
///
/// @param meetingId the only meeting a guest may enter
record Me(
        boolean signedIn,
        boolean setupNeeded,
        Kind kind,
        @Nullable UUID id,
        @Nullable String name,
        @Nullable String unit,
        @Nullable String post,
        List<Role> cityRoles,
        @Nullable UUID meetingId,
        Instant serverTime) {

    /// Lower case on the wire.
    enum Kind {
        none,
        person,
        guest
    }
}
