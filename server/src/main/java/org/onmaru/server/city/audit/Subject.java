package org.onmaru.server.city.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What something was done to.
///
/// @param kind a word of the glossary, e.g. `meeting`, `unit`
/// @param id null for the city as a whole
public record Subject(String kind, @Nullable String id) {

    public static Subject of(String kind, UUID id) {
        return new Subject(kind, id.toString());
    }

    public static Subject city() {
        return new Subject("city", null);
    }
}
