package org.onmaru.media.programme;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/// Absolute ticks: frame `n` is due at `start + n / rate`, whatever happened before. It sleeps to the tick, never waits
/// for input, and says how many ticks were missed rather than stretching time. One thread.
final class TickClock {

    private static final long SECOND = 1_000_000_000L;

    private final int rate;
    private final LongSupplier nanos;
    private final LongConsumer sleepUntil;
    private final long start;
    private long next;

    /// @param rate ticks per second
    /// @param nanos monotonic nanoseconds
    /// @param sleepUntil returns at or after that many nanoseconds on the same clock, or early when interrupted
    TickClock(int rate, LongSupplier nanos, LongConsumer sleepUntil) {
        this.rate = rate;
        this.nanos = nanos;
        this.sleepUntil = sleepUntil;
        this.start = nanos.getAsLong();
    }

    /// The system's clock and a thread that parks.
    static TickClock system(int rate) {
        return new TickClock(rate, System::nanoTime, until -> LockSupport.parkNanos(until - System.nanoTime()));
    }

    /// When frame 0 is due, by the wall clock.
    Instant startedAt(Clock wall) {
        return wall.instant().minusNanos(nanos.getAsLong() - start);
    }

    /// One tick that is due now.
    ///
    /// @param frame its number from 0
    /// @param missed ticks just before it that passed without being served
    /// @param dueNanos when it was due
    record Tick(long frame, int missed, long dueNanos) {}

    /// Sleeps until the next tick is due. When later ticks are already due too, the earlier ones count as missed.
    Tick await() {
        long due = dueOf(next);
        long now = nanos.getAsLong();
        while (now < due && !Thread.currentThread().isInterrupted()) {
            sleepUntil.accept(due);
            now = nanos.getAsLong();
        }
        int missed = 0;
        while (dueOf(next + 1) <= now) {
            next++;
            missed++;
        }
        return new Tick(next, missed, dueOf(next++));
    }

    private long dueOf(long frame) {
        return start + frame / rate * SECOND + frame % rate * SECOND / rate;
    }
}
