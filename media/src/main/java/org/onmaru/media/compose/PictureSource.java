package org.onmaru.media.compose;

import org.jspecify.annotations.Nullable;
import org.onmaru.media.frame.YuvFrame;

/// Where the composer finds what moves.
public interface PictureSource {

    /// The picture of a track that is due at a tick; null when it has none. Never waits. The frame belongs to the
    /// source and is valid until the next call for the same track.
    @Nullable
    Due due(String track, long tickNanos);

    /// @param number grows with every new frame of the track
    /// @param sinceNanos the tick time at which this frame became due
    record Due(YuvFrame frame, long number, long sinceNanos) {}
}
