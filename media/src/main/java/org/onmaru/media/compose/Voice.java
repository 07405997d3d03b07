package org.onmaru.media.compose;

/// Somebody's sound on the programme's clock.
public interface Voice {

    /// Writes the next samples, silence where there is nothing; never waits. Called once per tick by the programme's
    /// loop.
    ///
    /// @param tickNanos the time at which the first of these samples is due
    /// @param into interleaved stereo, −1 to 1; its whole length is written
    /// @return false when it is all silence and may be left out
    boolean read(long tickNanos, float[] into);
}
