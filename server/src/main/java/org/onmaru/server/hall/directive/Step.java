package org.onmaru.server.hall.directive;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One line of a history; never changed.
///
/// @param move what was done, e.g. `ISSUE`, `ACKNOWLEDGE`; for needs `RAISE` and the answers
/// @param from null at the beginning
/// @param byPost what they were that day; empty when they had no post
/// @param unitName whose it is after this step
/// @param reason empty when none was given
/// @param note what they said about it; may be empty
public record Step(
        String move,
        @Nullable String from,
        String to,
        Instant at,
        @Nullable UUID by,
        String byName,
        String byPost,
        String unitName,
        String reason,
        String note) {}
