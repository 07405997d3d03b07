package org.onmaru.server.city.audit;

import org.jspecify.annotations.Nullable;

/// The door to the audit. Entries of a transaction exist exactly when it commits.
public interface Audit {

    /// Something changed. Values become JSON as the API would write them; never hand over a secret.
    ///
    /// @param before what it was; null when it is new
    /// @param after what it is now; null when it is gone
    void changed(String action, Subject subject, @Nullable Object before, @Nullable Object after);

    /// Somebody tried what is not theirs to do. Kept even though the request fails; the same attempt of the same actor
    /// within a minute is counted, and the count is kept after it.
    ///
    /// @param what e.g. the permission that was missing
    void refused(String what, Subject subject);
}
