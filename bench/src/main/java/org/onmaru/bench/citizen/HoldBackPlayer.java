package org.onmaru.bench.citizen;

import java.util.ArrayDeque;

/// When a well-behaved player would show a frame: it plays steadily, PART-HOLD-BACK behind the live edge, and judges
/// the edge by the slowest of the last ten parts; a part that comes later than its time is shown when it is there.
/// Not thread-safe.
public final class HoldBackPlayer {

    private static final int REMEMBERED = 10;

    /// Arrival minus media time of the part's end, of the last parts.
    private final ArrayDeque<Double> lags = new ArrayDeque<>();

    /// Takes note of a part; before any of its frames is asked for.
    public void arrived(Delivered part) {
        lags.addLast(part.arrivedMs() - part.endMs());
        if (lags.size() > REMEMBERED) {
            lags.removeFirst();
        }
    }

    /// Unix time in milliseconds at which a frame of a part that has arrived is shown.
    ///
    /// @param intoPartMs media time from the part's start to the frame
    public double shownMs(Delivered part, double intoPartMs) {
        double lag = lags.stream().mapToDouble(Double::doubleValue).max().orElse(part.arrivedMs() - part.endMs());
        double planned = part.startMs() + intoPartMs + part.holdBackMs() + lag;
        return Math.max(planned, part.arrivedMs());
    }
}
