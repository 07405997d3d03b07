package org.onmaru.media.rtc.rtp;

import java.util.Arrays;

/// Tells when a sample was captured from the sender's reports: the median of the last few, so one bad
/// report changes nothing; several that agree with each other on another time are believed. By arrival
/// until the first report. One thread.
public final class SenderReportClock {

    private static final int REPORTS = 5;
    /// Reports this near to each other agree.
    private static final long AGREE_NANOS = 20_000_000L;
    /// A report further than this from the median may begin a new line of time.
    private static final long JUMP_NANOS = 60_000_000L;
    private static final int JUMP_REPORTS = 2;
    /// A capture time that moves this far against arrival without a report means a new RTP time line.
    private static final long BROKEN_LINE_NANOS = 10_000_000_000L;
    /// The arrival line may rise by this much per second, so that one early packet does not hold it for ever.
    private static final double ARRIVAL_LEAK_PER_NANO = 100e-6;
    private static final double NANOS = 1e9;

    private final double nanosPerTick;
    private final long[] offsets = new long[REPORTS];
    private int count;
    private int newest;
    private long median;

    private final long[] strangers = new long[JUMP_REPORTS];
    private int strangerCount;

    private boolean arrived;
    private long arrivalOffset;
    private long lastArrival;
    private boolean behindKnown;
    private long behind;

    public SenderReportClock(int clockRate) {
        this.nanosPerTick = NANOS / clockRate;
    }

    /// @param timestamp extended RTP time of the report
    /// @param unixNanos the same moment by the sender's clock
    public void report(long timestamp, long unixNanos) {
        long offset = unixNanos - ticks(timestamp);
        if (count > 0 && Math.abs(offset - median) > JUMP_NANOS && !jumped(offset)) {
            return;
        }
        strangerCount = 0;
        offsets[newest] = offset;
        newest = (newest + 1) % REPORTS;
        count = Math.min(REPORTS, count + 1);
        long[] sorted = Arrays.copyOf(offsets, count);
        Arrays.sort(sorted);
        median = count % 2 == 1
                ? sorted[count / 2]
                : sorted[count / 2 - 1] + (sorted[count / 2] - sorted[count / 2 - 1]) / 2;
        behindKnown = false;
    }

    /// When a sample was captured, in Unix nanoseconds by the sender's clock.
    ///
    /// @param arrivalUnixNanos when it came, by our clock
    public long captured(long timestamp, long arrivalUnixNanos) {
        long byArrival = byArrival(timestamp, arrivalUnixNanos);
        if (count == 0) {
            return byArrival;
        }
        long captured = median + ticks(timestamp);
        long lag = arrivalUnixNanos - captured;
        if (behindKnown && Math.abs(lag - behind) > BROKEN_LINE_NANOS) {
            forget();
            return byArrival(timestamp, arrivalUnixNanos);
        }
        behind = lag;
        behindKnown = true;
        return captured;
    }

    /// Whether sender reports are known.
    public boolean reported() {
        return count > 0;
    }

    private boolean jumped(long offset) {
        for (int i = 0; i < strangerCount; i++) {
            if (Math.abs(strangers[i] - offset) > AGREE_NANOS) {
                strangerCount = 0;
                break;
            }
        }
        strangers[strangerCount++] = offset;
        if (strangerCount < JUMP_REPORTS) {
            return false;
        }
        count = 0;
        newest = 0;
        return true;
    }

    private long byArrival(long timestamp, long arrivalUnixNanos) {
        long offset = arrivalUnixNanos - ticks(timestamp);
        long leak = (long) ((arrivalUnixNanos - lastArrival) * ARRIVAL_LEAK_PER_NANO);
        if (!arrived || offset - arrivalOffset > BROKEN_LINE_NANOS || offset < arrivalOffset) {
            arrivalOffset = offset;
        } else {
            arrivalOffset = Math.min(offset, arrivalOffset + Math.max(0, leak));
        }
        arrived = true;
        lastArrival = arrivalUnixNanos;
        return arrivalOffset + ticks(timestamp);
    }

    private void forget() {
        count = 0;
        newest = 0;
        strangerCount = 0;
        behindKnown = false;
        arrived = false;
    }

    private long ticks(long timestamp) {
        return (long) (timestamp * nanosPerTick);
    }
}
