package org.onmaru.media.rtc.rtp;

/// Receives whole frames in decoding order.
public interface FrameOutput {

    /// @param timestamp extended to 64 bits
    /// @param arrival `System.nanoTime()` of its last packet
    /// @param intact false when packets of it are lost; then `data` is what came and must not be decoded
    void frame(byte[] data, long timestamp, boolean key, boolean intact, long arrival);
}
