package org.onmaru.media.frame;

/// What a muxer must know before the first packet. Fixed for a whole programme.
///
/// @param videoExtradata SPS and PPS as the encoder gives them with the global-header flag (Annex B or avcC)
/// @param audioExtradata AudioSpecificConfig
/// @param videoBitRate bits per second, for the multivariant playlist
/// @param gopFrames frames between IDRs when nothing forces one
public record EncodedFormat(
        int width,
        int height,
        int framesPerSecond,
        byte[] videoExtradata,
        byte[] audioExtradata,
        int audioChannels,
        long videoBitRate,
        long audioBitRate,
        int gopFrames) {}
