package org.onmaru.bench.judge;

import java.util.Arrays;
import java.util.List;

/// A distribution of delays in milliseconds. Safe from any thread.
public final class Delays {

    private double[] values = new double[256];
    private int count;

    /// All values of several distributions in one.
    public static Delays of(List<Delays> parts) {
        var all = new Delays();
        for (Delays part : parts) {
            for (double value : part.values()) {
                all.add(value);
            }
        }
        return all;
    }

    private synchronized double[] values() {
        return Arrays.copyOf(values, count);
    }

    public synchronized void add(double milliseconds) {
        if (count == values.length) {
            values = Arrays.copyOf(values, count * 2);
        }
        values[count++] = milliseconds;
    }

    public synchronized int count() {
        return count;
    }

    /// The value that `share` (0 to 1) of all do not exceed, by nearest rank; NaN when there are none.
    public synchronized double percentile(double share) {
        if (count == 0) {
            return Double.NaN;
        }
        double[] sorted = Arrays.copyOf(values, count);
        Arrays.sort(sorted);
        int rank = (int) Math.ceil(share * count);
        return sorted[Math.clamp(rank - 1, 0, count - 1)];
    }
}
