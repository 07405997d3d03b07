package org.onmaru.server.city.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Knows who is acting. Declared here and answered by whoever knows identities, so that everybody may use the audit.
public interface Witness {

    /// Who makes the current request, or the system itself.
    Doer current();

    /// @param kind e.g. `person`, `guest`, `operator`, `system`
    record Doer(String kind, @Nullable UUID id, String name) {

        public static final Doer SYSTEM = new Doer("system", null, "온마루");
    }
}
