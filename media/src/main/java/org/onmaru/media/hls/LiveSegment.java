package org.onmaru.media.hls;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// A segment in the making or done. Guarded by its playlist.
final class LiveSegment {

    private final long msn;
    private final int epoch;
    private final boolean discontinuity;
    private final Instant start;
    private final List<LivePart> parts = new ArrayList<>();
    private boolean done;

    /// @param epoch which initialisation it needs
    /// @param discontinuity true when timestamps or coding do not continue the segment before
    /// @param start wall clock of its first frame
    LiveSegment(long msn, int epoch, boolean discontinuity, Instant start) {
        this.msn = msn;
        this.epoch = epoch;
        this.discontinuity = discontinuity;
        this.start = start;
    }

    long msn() {
        return msn;
    }

    int epoch() {
        return epoch;
    }

    boolean discontinuity() {
        return discontinuity;
    }

    Instant start() {
        return start;
    }

    List<LivePart> parts() {
        return Collections.unmodifiableList(parts);
    }

    void add(LivePart part) {
        if (done) {
            throw new IllegalStateException("segment " + msn + " is done");
        }
        parts.add(part);
    }

    boolean done() {
        return done;
    }

    void finish() {
        done = true;
    }

    /// Length so far, 1/90000 s.
    long ticks() {
        return parts.stream().mapToLong(LivePart::ticks).sum();
    }
}
