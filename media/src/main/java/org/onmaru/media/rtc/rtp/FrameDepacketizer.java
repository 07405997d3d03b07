package org.onmaru.media.rtc.rtp;

import java.util.Arrays;

/// What video codecs have in common: packets of one timestamp make a frame, the marker bit ends it.
abstract sealed class FrameDepacketizer implements Depacketizer permits Vp8Depacketizer, H264Depacketizer {

    private static final int FIRST_CAPACITY = 1 << 14;
    private static final int MAX_FRAME = 4 << 20;

    private final FrameOutput output;
    private byte[] frame = new byte[FIRST_CAPACITY];
    private int length;
    private long timestamp;
    private boolean open;
    private boolean key;
    private boolean intact;
    private long malformed;

    FrameDepacketizer(FrameOutput output) {
        this.output = output;
    }

    @Override
    public final void packet(RtpPacket packet, long packetTimestamp, boolean gapBefore) {
        if (packet.size() == 0) {
            return;
        }
        if (open && packetTimestamp != timestamp) {
            // Its last packet had no marker: a layer switch cut it short.
            intact = false;
            finish(packet.arrival());
        }
        if (!open) {
            open = true;
            timestamp = packetTimestamp;
            length = 0;
            key = false;
            intact = !gapBefore || beginsFrame(packet.data(), packet.payload(), packet.end());
            begin();
        } else if (gapBefore) {
            intact = false;
        }
        if (!payload(packet.data(), packet.payload(), packet.end())) {
            malformed++;
            intact = false;
        }
        if (packet.marker()) {
            finish(packet.arrival());
        }
    }

    @Override
    public final long malformed() {
        return malformed;
    }

    /// A new frame begins.
    abstract void begin();

    /// Whether this payload certainly begins a frame, though the packets before it are lost.
    abstract boolean beginsFrame(byte[] data, int from, int end);

    /// Takes one payload of at least one byte; false if it is malformed.
    abstract boolean payload(byte[] data, int from, int end);

    /// Whether the frame's beginning was seen and nothing in it is unfinished.
    abstract boolean complete();

    final void markKey() {
        key = true;
    }

    final boolean append(byte[] data, int from, int end) {
        int size = end - from;
        if (length + size > MAX_FRAME) {
            return false;
        }
        if (length + size > frame.length) {
            frame = Arrays.copyOf(frame, Math.max(frame.length * 2, length + size));
        }
        System.arraycopy(data, from, frame, length, size);
        length += size;
        return true;
    }

    private void finish(long arrival) {
        open = false;
        output.frame(Arrays.copyOf(frame, length), timestamp, key, intact && complete(), arrival);
    }
}
