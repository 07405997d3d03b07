package org.onmaru.server.open.citizen;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/// Something that the database knows, for pages that must come while it does not answer, or takes for ever to: nobody
/// who asks waits for it. It is asked for anew once a minute, and what was last known stays until there is something
/// newer.
final class LastKnown<T> {

    private static final Logger log = LoggerFactory.getLogger(LastKnown.class);
    private static final Duration FRESH = Duration.ofMinutes(1);

    private record Known<T>(Optional<T> value, Instant until) {}

    private final String what;
    private final Supplier<T> ask;
    private final Clock clock;
    private final Executor beside;
    private final AtomicReference<Known<T>> known = new AtomicReference<>(new Known<>(Optional.empty(), Instant.MIN));

    /// @param what in the log
    /// @param beside runs what may take long
    LastKnown(String what, Supplier<T> ask, Clock clock, Executor beside) {
        this.what = what;
        this.ask = ask;
        this.clock = clock;
        this.beside = beside;
    }

    /// Asks in a thread of its own.
    LastKnown(String what, Supplier<T> ask, Clock clock) {
        this(what, ask, clock, task -> Thread.ofVirtual().name("known-" + what).start(task));
    }

    /// Asks and waits for the answer.
    void learn() {
        try {
            known.set(new Known<>(Optional.of(ask.get()), clock.instant().plus(FRESH)));
        } catch (DataAccessException | TransactionException e) {
            log.warn("pages say what was last known of the {}: {}", what, e.getMessage());
        }
    }

    /// Empty while it was never known.
    Optional<T> get() {
        var last = known.get();
        var now = clock.instant();
        if (!now.isBefore(last.until) && known.compareAndSet(last, new Known<>(last.value, now.plus(FRESH)))) {
            beside.execute(this::learn);
        }
        return known.get().value;
    }
}
