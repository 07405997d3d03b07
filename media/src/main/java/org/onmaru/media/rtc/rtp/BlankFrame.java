package org.onmaru.media.rtc.rtp;

import static org.onmaru.media.rtc.rtp.Bytes.uint24;

import java.util.Arrays;
import org.onmaru.media.frame.Codec;

/// The SFU's own black filler frames, sent when a track is muted or ends: 8×8 VP8 or 2×2 H.264. They are not
/// anybody's picture.
final class BlankFrame {

    private static final int VP8_START_CODE = 0x9d012a;
    private static final int MAX_SIDE = 8;
    /// Annex B start code and the first bytes of the filler's sequence parameters.
    private static final byte[] H264 = {0, 0, 0, 1, 0x67, 0x42, (byte) 0xc0, 0x1f, 0x0f, (byte) 0xd9, 0x1f};

    private BlankFrame() {}

    static boolean is(Codec codec, byte[] frame) {
        return switch (codec) {
            case OPUS -> false;
            case VP8 ->
                frame.length >= 10
                        && (frame[0] & 1) == 0
                        && uint24(frame, 3) == VP8_START_CODE
                        && side(frame, 6) <= MAX_SIDE
                        && side(frame, 8) <= MAX_SIDE;
            case H264 -> frame.length >= H264.length && startsLikeFiller(frame);
        };
    }

    private static int side(byte[] frame, int at) {
        return ((frame[at + 1] & 0x3f) << 8) | (frame[at] & 0xff);
    }

    private static boolean startsLikeFiller(byte[] frame) {
        return Arrays.equals(frame, 0, H264.length, H264, 0, H264.length);
    }
}
