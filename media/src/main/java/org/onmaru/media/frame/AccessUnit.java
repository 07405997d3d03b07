package org.onmaru.media.frame;

/// One encoded video frame or one Opus packet, whole, in decoding order.
///
/// @param track the SFU's track id
/// @param data H.264 in Annex B, VP8 frame, or Opus packet; not shared, not changed afterwards
/// @param timestamp RTP timestamp extended to 64 bit, in ticks of the codec's clock
/// @param key true for a frame that decodes alone; always true for Opus
/// @param gapBefore true when something was lost just before it
/// @param arrivalNanos `System.nanoTime()` of its last packet
/// @param captureUnixNanos when it was captured by the sender's clock as told by filtered sender reports, in Unix
///     nanoseconds; by arrival until the first report
public record AccessUnit(
        String track,
        Codec codec,
        byte[] data,
        long timestamp,
        boolean key,
        boolean gapBefore,
        long arrivalNanos,
        long captureUnixNanos) {}
