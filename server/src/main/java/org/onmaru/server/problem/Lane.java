package org.onmaru.server.problem;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// A few at a time, in order of arrival; whoever would wait too long is told so instead.
public final class Lane {

    private final Semaphore places;
    private final Duration patience;
    private final Supplier<Problem> busy;

    /// @param places how many may be in it at once
    /// @param patience how long somebody waits for a place
    /// @param busy what is said to whoever got none in time
    public Lane(int places, Duration patience, Supplier<Problem> busy) {
        this.places = new Semaphore(places, true);
        this.patience = patience;
        this.busy = busy;
    }

    /// @throws Problem when no place came free in time; the work was not begun
    public <T> T pass(Supplier<T> work) {
        try {
            if (!places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw busy.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy.get();
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }
}
