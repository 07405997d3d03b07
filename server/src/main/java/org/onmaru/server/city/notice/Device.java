package org.onmaru.server.city.notice;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.city.push.Language;
import org.onmaru.server.city.push.PushAddress;

/// A browser by which its owner is told.
///
/// @param name for its owner to know it by
/// @param usedAt when it was told something last; null until then
record Device(
        UUID id,
        String name,
        Language language,
        PushAddress address,
        Instant addedAt,
        @Nullable Instant usedAt) {}
