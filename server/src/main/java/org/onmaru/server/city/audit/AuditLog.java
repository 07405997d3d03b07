package org.onmaru.server.city.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/// Gathers what a transaction did and appends it just before the commit, so that the chain is locked only for a moment.
@Component
class AuditLog implements Audit {

    private static final Duration SAME_ATTEMPT = Duration.ofMinutes(1);
    /// More different attempts than this at once are an attack; which ones are forgotten then does not matter.
    private static final int MOST_ATTEMPTS = 10_000;

    private final AuditStore store;
    private final ObjectProvider<Witness> witness;
    private final JsonMapper json;
    private final Clock clock;
    private final Map<String, Instant> attempts = new ConcurrentHashMap<>();

    AuditLog(AuditStore store, ObjectProvider<Witness> witness, JsonMapper json, Clock clock) {
        this.store = store;
        this.witness = witness;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public void changed(String action, Subject subject, @Nullable Object before, @Nullable Object after) {
        var entry = draft(action, subject, before, after);
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            store.append(List.of(entry));
            return;
        }
        var open = (Pending) TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(Pending.class::isInstance)
                .findFirst()
                .orElse(null);
        if (open == null) {
            open = new Pending();
            TransactionSynchronizationManager.registerSynchronization(open);
        }
        open.entries.add(entry);
    }

    @Override
    public void refused(String what, Subject subject) {
        var entry = draft("refused", subject, null, Map.of("needed", what));
        var attempt = entry.by() + "/" + what + "/" + subject;
        var now = clock.instant();
        if (attempts.size() > MOST_ATTEMPTS) {
            attempts.clear();
        }
        var last = attempts.put(attempt, now);
        if (last == null || Duration.between(last, now).compareTo(SAME_ATTEMPT) >= 0) {
            store.appendAlone(List.of(entry));
        } else {
            attempts.put(attempt, last);
        }
    }

    private Entry draft(String action, Subject subject, @Nullable Object before, @Nullable Object after) {
        var by = witness.stream().findFirst().map(Witness::current).orElse(Witness.Doer.SYSTEM);
        var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new Entry(0, at, by, action, subject, text(before), text(after));
    }

    private @Nullable String text(@Nullable Object value) {
        return value == null ? null : json.writeValueAsString(value);
    }

    /// What one transaction did so far.
    private final class Pending implements TransactionSynchronization {

        private final ArrayList<Entry> entries = new ArrayList<>();

        /// After everybody else who still has something to do before the commit.
        @Override
        public int getOrder() {
            return LOWEST_PRECEDENCE;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            store.append(entries);
        }
    }
}
