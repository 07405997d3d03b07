package org.onmaru.bench.citizen;

import org.onmaru.media.frame.YuvFrame;

/// What a citizen sees and hears, as it is decoded. Called by the player's decoding thread.
public interface Screen {

    /// A picture.
    ///
    /// @param frame the player's own; valid during the call
    /// @param fetchableMs Unix time when the part that holds it had arrived
    /// @param shownMs Unix time when a player that keeps the server's hold-back shows it
    void picture(YuvFrame frame, double fetchableMs, double shownMs);

    /// Sound at 48 kHz, all channels averaged.
    void sound(float[] samples);
}
