package org.onmaru.server.city.audit;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Reads the audit and proves that nobody touched it.
@Component
public class AuditTrail {

    private static final int BATCH = 1_000;

    private final AuditStore store;
    private final AuditAnchor anchor;

    AuditTrail(AuditStore store, AuditAnchor anchor) {
        this.store = store;
        this.anchor = anchor;
    }

    /// What to look for; null for everything.
    ///
    /// @param action its beginning, e.g. `meeting.`
    public record Wanted(
            @Nullable String subjectKind,
            @Nullable String subjectId,
            @Nullable UUID actor,
            @Nullable String action) {}

    /// @param entries how many were read
    /// @param brokenAt the first number that is missing, changed or cut off; null when all is whole
    public record Proof(long entries, @Nullable Long brokenAt) {}

    /// Newest first.
    ///
    /// @param below only numbers below this one; to read on
    public List<Entry> find(Wanted wanted, long below, int limit) {
        return store.find(wanted, below, limit);
    }

    /// Reads every entry and compares it with its hash, and the end with what was written down beside the database.
    public Proof prove() {
        long number = 0;
        var hash = Chain.BEGINNING;
        var heads = anchor.read();
        while (true) {
            var batch = store.after(number, BATCH);
            for (var kept : batch) {
                number++;
                hash = Chain.next(hash, kept.entry());
                var written = heads.get(number);
                if (kept.entry().number() != number
                        || !Arrays.equals(hash, kept.hash())
                        || (written != null && !Arrays.equals(hash, written))) {
                    return new Proof(number, number);
                }
            }
            if (batch.size() < BATCH) {
                var last = heads.isEmpty() ? 0 : heads.lastKey();
                return new Proof(number, last > number ? Long.valueOf(number + 1) : null);
            }
        }
    }
}
