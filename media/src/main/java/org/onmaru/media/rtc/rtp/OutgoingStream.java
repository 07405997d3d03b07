package org.onmaru.media.rtc.rtp;

import static org.onmaru.media.rtc.rtp.Bytes.putInt16;
import static org.onmaru.media.rtc.rtp.Bytes.putInt32;

import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// One SSRC that we send: numbers its packets, remembers the last of them as they were protected,
/// reports its time. Any thread.
public final class OutgoingStream {

    /// Protects and sends a packet and returns it protected; null if it could not be sent.
    public interface Sender {
        byte @Nullable [] send(byte[] packet, int length);
    }

    private static final int RESEND = 512;
    private static final int ONE_BYTE_EXTENSIONS = 0xbede;
    private static final double NANOS = 1e9;

    private final int ssrc;
    private final int payloadType;
    private final int clockRate;
    private final Sender sender;
    private final byte[] @Nullable [] sent = new byte[RESEND] @Nullable [];
    private final int[] sentSequence = new int[RESEND];

    private int sequence;
    private int packets;
    private int octets;
    private int lastTimestamp;
    private long lastCapture;

    /// @param firstSequence of 16 bits
    public OutgoingStream(int ssrc, int payloadType, int clockRate, int firstSequence, Sender sender) {
        this.ssrc = ssrc;
        this.payloadType = payloadType;
        this.clockRate = clockRate;
        this.sequence = firstSequence & 0xffff;
        this.sender = sender;
    }

    public int ssrc() {
        return ssrc;
    }

    /// Sends the payloads of one frame, the last with the marker bit if `marker`.
    ///
    /// @param extensions header extensions by id, at most 14 ids and 16 bytes each
    public synchronized void send(
            List<byte[]> payloads,
            long timestamp,
            long captureUnixNanos,
            boolean marker,
            SortedMap<Integer, byte[]> extensions) {
        for (int i = 0; i < payloads.size(); i++) {
            byte[] payload = payloads.get(i);
            byte[] packet = packet(payload, (int) timestamp, marker && i == payloads.size() - 1, extensions);
            byte[] sealed = sender.send(packet, packet.length);
            if (sealed != null) {
                int slot = sequence % RESEND;
                sent[slot] = sealed;
                sentSequence[slot] = sequence;
                sequence = sequence + 1 & 0xffff;
                packets++;
                octets += payload.length;
                lastTimestamp = (int) timestamp;
                lastCapture = captureUnixNanos;
            }
        }
    }

    /// A packet as it was sent, if it is still remembered.
    public synchronized byte @Nullable [] sent(int wanted) {
        int slot = wanted % RESEND;
        return sentSequence[slot] == wanted ? sent[slot] : null;
    }

    /// A sender report about this moment, or null if nothing was sent yet.
    public synchronized byte @Nullable [] report(long unixNanos) {
        if (packets == 0) {
            return null;
        }
        int ticks = (int) Math.round((unixNanos - lastCapture) / NANOS * clockRate);
        return RtcpWriter.senderReport(ssrc, unixNanos, lastTimestamp + ticks, packets, octets);
    }

    public synchronized int packets() {
        return packets;
    }

    private byte[] packet(byte[] payload, int timestamp, boolean marker, SortedMap<Integer, byte[]> extensions) {
        int extended = 0;
        for (byte[] value : extensions.values()) {
            extended += 1 + value.length;
        }
        extended = extended + 3 & ~3;
        int header = RtpPacket.FIXED_HEADER + (extended == 0 ? 0 : 4 + extended);
        byte[] packet = new byte[header + payload.length];
        packet[0] = (byte) (extended == 0 ? 0x80 : 0x90);
        packet[1] = (byte) (payloadType | (marker ? 0x80 : 0));
        putInt16(packet, 2, sequence);
        putInt32(packet, 4, timestamp);
        putInt32(packet, 8, ssrc);
        if (extended > 0) {
            putInt16(packet, 12, ONE_BYTE_EXTENSIONS);
            putInt16(packet, 14, extended / 4);
            int at = 16;
            for (var extension : extensions.entrySet()) {
                byte[] value = extension.getValue();
                packet[at++] = (byte) (extension.getKey() << 4 | value.length - 1);
                System.arraycopy(value, 0, packet, at, value.length);
                at += value.length;
            }
        }
        System.arraycopy(payload, 0, packet, header, payload.length);
        return packet;
    }
}
