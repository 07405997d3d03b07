package org.onmaru.media.rtc.rtp;

import java.util.Objects;

/// Packets for tests, without encryption.
final class Packets {

    private Packets() {}

    static RtpPacket packet(int sequence, long timestamp, boolean marker, long arrival, int... payload) {
        byte[] bytes = new byte[payload.length];
        for (int i = 0; i < payload.length; i++) {
            bytes[i] = (byte) payload[i];
        }
        return packet(sequence, timestamp, marker, arrival, bytes);
    }

    static RtpPacket packet(int sequence, long timestamp, boolean marker, long arrival, byte[] payload) {
        byte[] data = new byte[12 + payload.length];
        data[0] = (byte) 0x80;
        data[1] = (byte) (96 | (marker ? 0x80 : 0));
        Bytes.putInt16(data, 2, sequence);
        Bytes.putInt32(data, 4, (int) timestamp);
        Bytes.putInt32(data, 8, 77);
        System.arraycopy(payload, 0, data, 12, payload.length);
        return Objects.requireNonNull(RtpPacket.parse(data, data.length, arrival));
    }
}
