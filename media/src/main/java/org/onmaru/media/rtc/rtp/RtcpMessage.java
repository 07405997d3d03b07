package org.onmaru.media.rtc.rtp;

import static org.onmaru.media.rtc.rtp.Bytes.int32;
import static org.onmaru.media.rtc.rtp.Bytes.int64;
import static org.onmaru.media.rtc.rtp.Bytes.uint16;
import static org.onmaru.media.rtc.rtp.Bytes.uint8;

import java.util.ArrayList;
import java.util.List;

/// What we understand of RTCP: RFC 3550 section 6.4.1 and RFC 4585 section 6; the rest is passed over.
public sealed interface RtcpMessage {

    /// When a stream's RTP time was, by its sender's clock.
    ///
    /// @param ntp seconds since 1900 in 32.32 bits
    record SenderReport(int ssrc, long ntp, int rtpTimestamp) implements RtcpMessage {

        private static final long NTP_TO_UNIX_SECONDS = 2_208_988_800L;
        private static final long NANOS = 1_000_000_000L;

        /// The NTP time as Unix nanoseconds.
        public long unixNanos() {
            long fraction = ntp & 0xffff_ffffL;
            return ((ntp >>> 32) - NTP_TO_UNIX_SECONDS) * NANOS + ((fraction * NANOS) >>> 32);
        }

        /// Unix nanoseconds as NTP time.
        public static long ntp(long unixNanos) {
            long seconds = Math.floorDiv(unixNanos, NANOS);
            long nanos = Math.floorMod(unixNanos, NANOS);
            return (seconds + NTP_TO_UNIX_SECONDS) << 32 | (nanos << 32) / NANOS;
        }
    }

    /// Packets the receiver misses.
    ///
    /// @param sequences 16-bit sequence numbers
    record Nack(int ssrc, List<Integer> sequences) implements RtcpMessage {}

    /// The receiver cannot decode until a key frame comes.
    record PictureLoss(int ssrc) implements RtcpMessage {}

    /// Everything understood in a compound packet, in order; empty for garbage. At most 64 messages are read.
    static List<RtcpMessage> parse(byte[] data, int length) {
        List<RtcpMessage> messages = new ArrayList<>(2);
        int at = 0;
        while (at + 4 <= length && messages.size() < 64) {
            int size = 4 + 4 * uint16(data, at + 2);
            if ((data[at] & 0xff) >>> 6 != 2 || at + size > length) {
                break;
            }
            parseOne(data, at, size, messages);
            at += size;
        }
        return messages;
    }

    private static void parseOne(byte[] data, int at, int size, List<RtcpMessage> messages) {
        int format = data[at] & 0x1f;
        switch (uint8(data, at + 1)) {
            case RtcpType.SENDER_REPORT -> {
                if (size >= 28) {
                    messages.add(new SenderReport(int32(data, at + 4), int64(data, at + 8), int32(data, at + 16)));
                }
            }
            case RtcpType.TRANSPORT_FEEDBACK -> {
                if (format == RtcpType.NACK && size >= 16) {
                    messages.add(nack(data, at, size));
                }
            }
            case RtcpType.PAYLOAD_FEEDBACK -> {
                if (format == RtcpType.PICTURE_LOSS && size >= 12) {
                    messages.add(new PictureLoss(int32(data, at + 8)));
                } else if (format == RtcpType.FULL_INTRA_REQUEST && size >= 20) {
                    messages.add(new PictureLoss(int32(data, at + 12)));
                }
            }
            default -> {}
        }
    }

    private static Nack nack(byte[] data, int at, int size) {
        List<Integer> sequences = new ArrayList<>();
        for (int item = at + 12; item + 4 <= at + size; item += 4) {
            int first = uint16(data, item);
            int mask = uint16(data, item + 2);
            sequences.add(first);
            for (int bit = 0; bit < 16; bit++) {
                if ((mask >>> bit & 1) != 0) {
                    sequences.add(first + bit + 1 & 0xffff);
                }
            }
        }
        return new Nack(int32(data, at + 8), sequences);
    }
}
