package org.onmaru.server.city.audit;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/// Gathers what a transaction did and appends it just before the commit, so that the chain is locked only for a moment.
@Component
class AuditLog implements Audit {

    private static final Logger log = LoggerFactory.getLogger(AuditLog.class);

    private final AuditStore store;
    private final ObjectProvider<Witness> witness;
    private final JsonMapper json;
    private final Clock clock;
    private final Refusals refusals = new Refusals();

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
        var attempt = new Refusals.Attempt(doer(), what, subject);
        if (refusals.first(attempt, clock.instant())) {
            store.appendAlone(List.of(refusal(attempt, Map.of("needed", what))));
        }
        if (refusals.crowded()) {
            repeated(refusals.all());
        }
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1M")
    void repeated() {
        repeated(refusals.over(clock.instant()));
    }

    @PreDestroy
    void stop() {
        try {
            repeated(refusals.all());
        } catch (DataAccessException | TransactionException e) {
            log.warn("attempts that were repeated in the last minute are not in the audit: {}", e.getMessage());
        }
    }

    private void repeated(List<Refusals.Repeated> repeats) {
        if (!repeats.isEmpty()) {
            store.appendAlone(repeats.stream()
                    .map(one -> refusal(
                            one.attempt(), Map.of("needed", one.attempt().what(), "repeated", one.times())))
                    .toList());
        }
    }

    private Entry refusal(Refusals.Attempt attempt, Map<String, Object> after) {
        return entry(attempt.by(), "refused", attempt.subject(), null, after);
    }

    private Entry draft(String action, Subject subject, @Nullable Object before, @Nullable Object after) {
        return entry(doer(), action, subject, before, after);
    }

    private Entry entry(
            Witness.Doer by, String action, Subject subject, @Nullable Object before, @Nullable Object after) {
        var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new Entry(0, at, by, action, subject, text(before), text(after));
    }

    private Witness.Doer doer() {
        return witness.stream().findFirst().map(Witness::current).orElse(Witness.Doer.SYSTEM);
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
