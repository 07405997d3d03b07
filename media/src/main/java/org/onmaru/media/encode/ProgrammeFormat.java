package org.onmaru.media.encode;

/// What the programme is encoded as. Fixed for a whole programme.
///
/// @param gopFrames frames between IDRs when nothing forces one
/// @param videoBitRate bits per second
/// @param audioBitRate bits per second
public record ProgrammeFormat(
        int width, int height, int framesPerSecond, int gopFrames, long videoBitRate, long audioBitRate) {

    /// 1280×720 at 30 frames/s, an IDR every two seconds, 2.5 Mbit/s and 128 kbit/s.
    public static final ProgrammeFormat STANDARD = new ProgrammeFormat(1280, 720, 30, 60, 2_500_000, 128_000);

    /// Samples of sound that belong to one frame.
    public int samplesPerFrame() {
        return 48_000 / framesPerSecond;
    }
}
