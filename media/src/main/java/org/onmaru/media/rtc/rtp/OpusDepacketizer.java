package org.onmaru.media.rtc.rtp;

import java.util.Arrays;

/// RFC 7587: one packet, one frame.
final class OpusDepacketizer implements Depacketizer {

    private final FrameOutput output;

    OpusDepacketizer(FrameOutput output) {
        this.output = output;
    }

    @Override
    public void packet(RtpPacket packet, long timestamp, boolean gapBefore) {
        byte[] data = Arrays.copyOfRange(packet.data(), packet.payload(), packet.end());
        output.frame(data, timestamp, true, true, packet.arrival());
    }

    @Override
    public long malformed() {
        return 0;
    }
}
