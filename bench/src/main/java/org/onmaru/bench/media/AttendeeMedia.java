package org.onmaru.bench.media;

import java.util.List;

/// Ten seconds of one simulated attendee, encoded once and sent for ever: two VP8 layers and one Opus tone.
///
/// @param high [#HIGH_WIDTH]×[#HIGH_HEIGHT], [FrameGrid#FRAMES] frames; frame i carries code i
/// @param low [#LOW_WIDTH]×[#LOW_HEIGHT], likewise
/// @param sound [#PACKETS] Opus packets of 20 ms
public record AttendeeMedia(Signature signature, List<byte[]> high, List<byte[]> low, List<byte[]> sound) {

    public static final int HIGH_WIDTH = 640;
    public static final int HIGH_HEIGHT = 360;
    public static final long HIGH_BIT_RATE = 600_000;
    public static final int LOW_WIDTH = 320;
    public static final int LOW_HEIGHT = 180;
    public static final long LOW_BIT_RATE = 180_000;
    public static final long SOUND_BIT_RATE = 32_000;

    /// Opus packets of the loop.
    public static final int PACKETS = 500;
    /// Milliseconds of one Opus packet.
    public static final long PACKET_MS = 20;

    /// A key frame each second, because what is encoded beforehand cannot answer a request for one.
    private static final int KEY_EVERY = 25;

    /// True when frame `code` decodes alone.
    public static boolean key(int code) {
        return code % KEY_EVERY == 0;
    }

    /// The packet that is due at or before `unixMs`.
    public byte[] sound(long unixMs) {
        return sound.get((int) Math.floorMod(Math.floorDiv(unixMs, PACKET_MS), (long) PACKETS));
    }
}
