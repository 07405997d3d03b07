package org.onmaru.media.source;

import java.util.Arrays;
import org.onmaru.media.frame.AccessUnit;

/// One track's media time against this machine's time: how long units take at least from capture to arrival. The
/// least of the last eight seconds follows the publisher's clock and ignores jitter. Not thread-safe; [Timeline]
/// guards it.
///
/// The publisher's wall clock and this machine's differ by an unknown constant, which is part of the result. When a
/// sender report moves the mapping from timestamps to capture time, what was measured before moves along.
final class TrackClock {

    private static final int BUCKETS = 8;
    private static final long BUCKET_NANOS = 1_000_000_000L;
    /// Jitter and congestion stay below this.
    private static final long LIKELY = 1_000_000_000L;

    private final int rate;
    private final long[] least = new long[BUCKETS];
    private long bucket = Long.MIN_VALUE;
    private long timestamp;
    private long capture;

    TrackClock(int rate) {
        this.rate = rate;
        forget();
    }

    boolean known() {
        return bucket != Long.MIN_VALUE;
    }

    void arrived(AccessUnit unit) {
        long transit = unit.arrivalNanos() - unit.captureUnixNanos();
        if (known()) {
            follow(unit.captureUnixNanos() - capture(unit.timestamp()), transit);
        }
        timestamp = unit.timestamp();
        capture = unit.captureUnixNanos();
        turn(Math.floorDiv(unit.arrivalNanos(), BUCKET_NANOS));
        int index = Math.floorMod(bucket, BUCKETS);
        least[index] = Math.min(least[index], transit);
    }

    /// Tells a moved mapping from timestamps that start anew: only the first moves the transit.
    private void follow(long step, long transit) {
        long before = transit();
        if (Math.abs(transit - (before - step)) < LIKELY) {
            for (int i = 0; i < BUCKETS; i++) {
                if (least[i] != Long.MAX_VALUE) {
                    least[i] -= step;
                }
            }
        } else if (Math.abs(transit - before) >= LIKELY) {
            forget();
        }
    }

    private void turn(long now) {
        if (!known()) {
            bucket = now;
        }
        for (long i = Math.max(bucket + 1, now - BUCKETS + 1); i <= now; i++) {
            least[Math.floorMod(i, BUCKETS)] = Long.MAX_VALUE;
        }
        bucket = Math.max(bucket, now);
    }

    /// Least arrival minus capture, nanoseconds; includes the difference of the two clocks.
    long transit() {
        long result = Long.MAX_VALUE;
        for (long value : least) {
            result = Math.min(result, value);
        }
        return result;
    }

    /// Capture time of a timestamp near the last unit, Unix nanoseconds by the publisher's clock.
    long capture(long at) {
        return capture + Math.round((at - timestamp) * 1e9 / rate);
    }

    /// The timestamp captured at a time; fractions matter to drift control.
    double timestampAt(long captureNanos) {
        return timestamp + (captureNanos - capture) * (double) rate / 1e9;
    }

    void forget() {
        Arrays.fill(least, Long.MAX_VALUE);
        bucket = Long.MIN_VALUE;
    }
}
