package org.onmaru.media.ffmpeg;

import org.onmaru.media.frame.YuvFrame;

/// What became of an access unit.
public sealed interface Decoded {

    /// A picture; the caller owns the frame.
    record Picture(YuvFrame frame) implements Decoded {}

    /// Taken, but nothing to show came out.
    record Nothing() implements Decoded {}

    /// It cannot be decoded; what follows needs a key frame.
    ///
    /// @param code FFmpeg's error, 0 for a picture of a size that is refused
    record Broken(int code) implements Decoded {}
}
