package org.onmaru.media.hls;

import java.util.Locale;
import org.onmaru.media.frame.EncodedFormat;

/// The multivariant playlist: one rendition, told truly.
final class Multivariant {

    private static final int SPS = 7;

    private Multivariant() {}

    static String of(EncodedFormat format) {
        long average = format.videoBitRate() + format.audioBitRate();
        return String.format(
                Locale.ROOT,
                """
                #EXTM3U
                #EXT-X-VERSION:9
                #EXT-X-STREAM-INF:BANDWIDTH=%d,AVERAGE-BANDWIDTH=%d,CODECS="%s,mp4a.40.2",RESOLUTION=%dx%d,FRAME-RATE=%.3f
                main.m3u8
                """,
                average * 3 / 2,
                average * 21 / 20,
                videoCodec(format.videoExtradata()),
                format.width(),
                format.height(),
                (double) format.framesPerSecond());
    }

    /// RFC 6381 name from SPS bytes: profile, constraints, level.
    static String videoCodec(byte[] extradata) {
        int at = profileAt(extradata);
        return String.format(
                Locale.ROOT,
                "avc1.%02x%02x%02x",
                extradata[at] & 255,
                extradata[at + 1] & 255,
                extradata[at + 2] & 255);
    }

    private static int profileAt(byte[] extradata) {
        if (extradata.length >= 4 && extradata[0] == 1) {
            return 1;
        }
        for (int i = 0; i + 6 < extradata.length; i++) {
            boolean start = extradata[i] == 0 && extradata[i + 1] == 0 && extradata[i + 2] == 1;
            if (start && (extradata[i + 3] & 31) == SPS) {
                return i + 4;
            }
        }
        throw new IllegalArgumentException("no SPS in the video's extradata");
    }
}
