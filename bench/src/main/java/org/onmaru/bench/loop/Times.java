package org.onmaru.bench.loop;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/// How long something took, many times.
public final class Times {

    private final List<Long> nanos = new CopyOnWriteArrayList<>();

    public void add(long took) {
        nanos.add(took);
    }

    public int count() {
        return nanos.size();
    }

    /// Milliseconds within which this share of them was done, by the nearest rank; 0 when there was none.
    ///
    /// @param share from 0 to 1
    public double percentileMs(double share) {
        if (nanos.isEmpty()) {
            return 0;
        }
        var sorted = nanos.stream().sorted().toList();
        int rank = Math.max(1, (int) Math.ceil(share * sorted.size()));
        return Math.rint(sorted.get(rank - 1) / 1e5) / 10;
    }

    public String text(double share) {
        return String.format(Locale.ROOT, "%.1f", percentileMs(share));
    }
}
