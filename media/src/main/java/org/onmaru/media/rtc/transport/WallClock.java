package org.onmaru.media.rtc.transport;

import java.time.Clock;
import java.time.Instant;
import java.util.function.LongSupplier;

/// Turns `System.nanoTime()` into Unix nanoseconds and follows the system clock when that is set.
public final class WallClock {

    private static final long NANOS = 1_000_000_000L;
    private static final long REFRESH = NANOS;

    private final Clock clock;
    private final LongSupplier nanoTime;
    private volatile long offset;
    private volatile long refreshed;

    public WallClock(Clock clock, LongSupplier nanoTime) {
        this.clock = clock;
        this.nanoTime = nanoTime;
        refresh(nanoTime.getAsLong());
    }

    public static WallClock system() {
        return new WallClock(Clock.systemUTC(), System::nanoTime);
    }

    /// Unix nanoseconds now.
    public long now() {
        return unixNanos(nanoTime.getAsLong());
    }

    /// Unix nanoseconds of a recent `System.nanoTime()`.
    public long unixNanos(long nanos) {
        if (nanos - refreshed > REFRESH) {
            refresh(nanos);
        }
        return nanos + offset;
    }

    private void refresh(long nanos) {
        refreshed = nanos;
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            long before = nanoTime.getAsLong();
            Instant instant = clock.instant();
            long after = nanoTime.getAsLong();
            if (after - before < best) {
                best = after - before;
                offset = instant.getEpochSecond() * NANOS + instant.getNano() - (before + after) / 2;
            }
        }
    }
}
