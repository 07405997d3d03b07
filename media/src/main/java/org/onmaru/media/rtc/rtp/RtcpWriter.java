package org.onmaru.media.rtc.rtp;

import java.nio.ByteBuffer;
import java.util.List;

/// Builds reduced-size RTCP packets, RFC 5506.
public final class RtcpWriter {

    /// How many blocks fit in a receiver report.
    public static final int MAX_BLOCKS = 31;

    private static final int VERSION = 2 << 30;
    private static final int BLOCK_WORDS = 6;

    private RtcpWriter() {}

    /// One stream's reception, RFC 3550 section 6.4.1.
    ///
    /// @param fractionLost in 1/256 since the last report
    /// @param lastReport the middle 32 bits of the last sender report's NTP time
    /// @param delay since that report, in 1/65536 s
    public record Block(
            int ssrc, int fractionLost, long lost, int highestSequence, int jitter, int lastReport, int delay) {}

    public static byte[] receiverReport(int sender, List<Block> blocks) {
        int count = Math.min(MAX_BLOCKS, blocks.size());
        byte[] packet = new byte[4 * (2 + BLOCK_WORDS * count)];
        ByteBuffer out = begin(packet, count, RtcpType.RECEIVER_REPORT).putInt(sender);
        for (Block block : blocks.subList(0, count)) {
            int lost = Math.clamp(block.lost(), 0, 0x7f_ffff);
            out.putInt(block.ssrc()).putInt(block.fractionLost() << 24 | lost);
            out.putInt(block.highestSequence()).putInt(block.jitter());
            out.putInt(block.lastReport()).putInt(block.delay());
        }
        return packet;
    }

    /// @param packets sent so far, and `octets` their payload
    public static byte[] senderReport(int ssrc, long unixNanos, int rtpTimestamp, int packets, int octets) {
        byte[] packet = new byte[28];
        ByteBuffer out = begin(packet, 0, RtcpType.SENDER_REPORT).putInt(ssrc);
        out.putLong(RtcpMessage.SenderReport.ntp(unixNanos)).putInt(rtpTimestamp);
        out.putInt(packets).putInt(octets);
        return packet;
    }

    /// @param missing extended sequence numbers in rising order
    public static byte[] nack(int sender, int ssrc, List<Long> missing) {
        ByteBuffer items = ByteBuffer.allocate(4 * missing.size());
        int at = 0;
        while (at < missing.size()) {
            long first = missing.get(at++);
            int mask = 0;
            while (at < missing.size() && missing.get(at) - first <= 16) {
                mask |= 1 << (missing.get(at++) - first - 1);
            }
            items.putShort((short) first).putShort((short) mask);
        }
        items.flip();
        byte[] packet = new byte[12 + items.remaining()];
        begin(packet, RtcpType.NACK, RtcpType.TRANSPORT_FEEDBACK)
                .putInt(sender)
                .putInt(ssrc)
                .put(items);
        return packet;
    }

    public static byte[] pictureLoss(int sender, int ssrc) {
        byte[] packet = new byte[12];
        begin(packet, RtcpType.PICTURE_LOSS, RtcpType.PAYLOAD_FEEDBACK)
                .putInt(sender)
                .putInt(ssrc);
        return packet;
    }

    private static ByteBuffer begin(byte[] packet, int count, int type) {
        return ByteBuffer.wrap(packet).putInt(VERSION | (count << 24) | (type << 16) | (packet.length / 4 - 1));
    }
}
