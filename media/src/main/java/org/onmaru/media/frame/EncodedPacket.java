package org.onmaru.media.frame;

/// One packet of the programme's one encode, ready for every output.
///
/// @param kind picture or sound
/// @param data H.264 framed as the extradata is (Annex B from our encoders), or raw AAC; shared read-only
/// @param pts presentation time in the stream's ticks: 1/90000 s for video, 1/48000 s for sound, from the programme's
///     first frame
/// @param duration in the same ticks
/// @param key true for an IDR; always true for sound
public record EncodedPacket(Kind kind, byte[] data, long pts, long duration, boolean key) {

    /// Ticks per second of video packets.
    public static final int VIDEO_TICKS = 90_000;
    /// Ticks per second of sound packets, and samples per second.
    public static final int AUDIO_TICKS = 48_000;

    /// Picture or sound.
    public enum Kind {
        VIDEO,
        AUDIO
    }
}
