package org.onmaru.media.hls;

import java.util.Locale;
import org.onmaru.media.frame.EncodedFormat;
import org.onmaru.media.frame.EncodedPacket;

/// The lengths the live playlist promises for its whole life.
///
/// @param partTicks length of a full part, 1/90000 s
/// @param segmentTicks length of a full segment, 1/90000 s; a segment is never longer
/// @param window segments listed at least
record LiveShape(long partTicks, long segmentTicks, int window) {

    /// Parts of a third of a second: three round trips of a bad connection, and a 2 s segment has six.
    private static final int PART_FRAMES = 10;

    private static final int WINDOW = 8;
    private static final long SECOND = EncodedPacket.VIDEO_TICKS;

    static LiveShape of(EncodedFormat format) {
        long frame = SECOND / format.framesPerSecond();
        return new LiveShape(PART_FRAMES * frame, format.gopFrames() * frame, WINDOW);
    }

    /// EXT-X-TARGETDURATION, seconds: no segment rounds to more.
    int targetSeconds() {
        return Math.toIntExact(Math.max(1, (segmentTicks + SECOND / 2) / SECOND));
    }

    /// Three target durations in ticks.
    long threeTargets() {
        return 3 * SECOND * targetSeconds();
    }

    /// PART-TARGET in milliseconds: a full part, rounded up.
    long partTargetMillis() {
        return (partTicks * 1000 + SECOND - 1) / SECOND;
    }

    /// PART-HOLD-BACK in milliseconds: at least three parts, and almost one more for real networks.
    long partHoldBackMillis() {
        return partTargetMillis() * 39 / 10;
    }

    /// The tags that never change.
    String header() {
        return String.format(
                Locale.ROOT,
                """
                #EXTM3U
                #EXT-X-VERSION:9
                #EXT-X-TARGETDURATION:%d
                #EXT-X-SERVER-CONTROL:CAN-BLOCK-RELOAD=YES,PART-HOLD-BACK=%.3f,HOLD-BACK=%d
                #EXT-X-PART-INF:PART-TARGET=%.3f
                """,
                targetSeconds(),
                partHoldBackMillis() / 1000.0,
                3 * targetSeconds(),
                partTargetMillis() / 1000.0);
    }
}
