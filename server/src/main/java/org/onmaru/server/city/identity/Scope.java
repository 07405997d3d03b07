package org.onmaru.server.city.identity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where a permission is asked for: the whole city, a series, or one meeting of a series.
public record Scope(@Nullable UUID series, @Nullable UUID meeting) {

    public static Scope city() {
        return new Scope(null, null);
    }

    public static Scope series(UUID series) {
        return new Scope(series, null);
    }

    public static Scope meeting(UUID series, UUID meeting) {
        return new Scope(series, meeting);
    }
}
