package org.onmaru.media.rtc.rtp;

/// Extends 32-bit RTP timestamps of one stream to 64 bits, over wraps and small steps back.
public final class TimestampLine {

    private static final long START = 1L << 32;

    private long last;
    private boolean begun;

    /// The extended timestamp nearest to the last one.
    public long extend(int timestamp) {
        last = peek(timestamp);
        begun = true;
        return last;
    }

    /// The same, without moving along: for sender reports, which may be far off.
    public long peek(int timestamp) {
        return begun ? last + (timestamp - (int) last) : START + (timestamp & 0xffff_ffffL);
    }

    public boolean begun() {
        return begun;
    }
}
