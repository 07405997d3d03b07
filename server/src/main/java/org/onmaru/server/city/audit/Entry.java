package org.onmaru.server.city.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One thing that was done or refused.
///
/// @param number 1, 2, 3 … without gaps
/// @param action what was done, e.g. `meeting.opened`; `refused` for a denied attempt
/// @param before JSON of what it was; null when there was nothing
/// @param after JSON of what it is; null when there is nothing any more
public record Entry(
        long number,
        Instant at,
        Witness.Doer by,
        String action,
        Subject subject,
        @Nullable String before,
        @Nullable String after) {}
