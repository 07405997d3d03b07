package org.onmaru.media.rtc.rtp;

import org.onmaru.media.frame.Codec;

/// Makes frames out of packets that come in order. Any bytes may be fed: what is malformed spoils its
/// frame and is counted, nothing is thrown. One thread.
public sealed interface Depacketizer permits FrameDepacketizer, OpusDepacketizer {

    /// @param timestamp the packet's, extended to 64 bits
    /// @param gapBefore packets just before this one are lost
    void packet(RtpPacket packet, long timestamp, boolean gapBefore);

    /// Packets that could not be understood so far.
    long malformed();

    static Depacketizer of(Codec codec, FrameOutput output) {
        return switch (codec) {
            case OPUS -> new OpusDepacketizer(output);
            case VP8 -> new Vp8Depacketizer(output);
            case H264 -> new H264Depacketizer(output);
        };
    }
}
