package org.onmaru.media.rtc.rtp;

import static org.onmaru.media.rtc.rtp.Bytes.int32;
import static org.onmaru.media.rtc.rtp.Bytes.uint16;
import static org.onmaru.media.rtc.rtp.Bytes.uint8;

import org.jspecify.annotations.Nullable;

/// A decrypted RTP packet, RFC 3550 section 5.1.
///
/// @param data the whole packet; owned by this record
/// @param payload where the payload begins
/// @param end where the payload ends, without padding; equal to `payload` for a packet of padding only
/// @param arrival `System.nanoTime()`
public record RtpPacket(
        byte[] data,
        int payload,
        int end,
        int payloadType,
        boolean marker,
        int sequence,
        int timestamp,
        int ssrc,
        long arrival) {

    /// Bytes of a header without contributing sources and extension.
    public static final int FIXED_HEADER = 12;

    private static final int VERSION_2 = 2;

    /// The packet in the first `length` bytes, or null if they are none.
    public static @Nullable RtpPacket parse(byte[] data, int length, long arrival) {
        int header = headerLength(data, length);
        if (header < 0) {
            return null;
        }
        int end = length;
        if ((data[0] & 0x20) != 0) {
            int padding = length > header ? uint8(data, length - 1) : 0;
            if (padding == 0 || padding > length - header) {
                return null;
            }
            end -= padding;
        }
        return new RtpPacket(
                data,
                header,
                end,
                data[1] & 0x7f,
                (data[1] & 0x80) != 0,
                uint16(data, 2),
                int32(data, 4),
                int32(data, 8),
                arrival);
    }

    /// Bytes before the payload, with contributing sources and extension; −1 if this is no RTP packet.
    public static int headerLength(byte[] data, int length) {
        if (length < FIXED_HEADER || length > data.length || (data[0] & 0xff) >>> 6 != VERSION_2) {
            return -1;
        }
        int header = FIXED_HEADER + 4 * (data[0] & 0x0f);
        if ((data[0] & 0x10) != 0) {
            if (header + 4 > length) {
                return -1;
            }
            header += 4 + 4 * uint16(data, header + 2);
        }
        return header <= length ? header : -1;
    }

    /// How many payload bytes there are.
    public int size() {
        return end - payload;
    }
}
