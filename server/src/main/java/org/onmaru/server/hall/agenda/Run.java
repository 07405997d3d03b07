package org.onmaru.server.hall.agenda;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A stretch of a meeting in which one item was talked about; an item may come up more than once.
///
/// @param endedAt null while it runs
public record Run(String key, Instant startedAt, @Nullable Instant endedAt) {}
