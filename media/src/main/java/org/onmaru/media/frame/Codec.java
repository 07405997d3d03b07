package org.onmaru.media.frame;

/// What the room may send.
public enum Codec {
    OPUS(48_000),
    VP8(90_000),
    H264(90_000);

    private final int clockRate;

    Codec(int clockRate) {
        this.clockRate = clockRate;
    }

    /// RTP ticks per second.
    public int clockRate() {
        return clockRate;
    }

    public boolean isVideo() {
        return this != OPUS;
    }
}
