package org.onmaru.media.source;

/// Decides how fast a track is read. Exactly one sample per sample until the publisher's clock has led or lagged by
/// more than ten milliseconds for a while; then up to half a percent faster or slower until it fits within one.
final class DriftControl {

    private static final double SMOOTHING = 1.0 / 16;
    private static final double ACT = 480;
    private static final double REST = 48;
    private static final double FASTEST = 0.005;

    private double smooth;
    private boolean acting;

    /// @param error samples by which reading is behind; negative when it is ahead
    /// @return samples of the track per sample of the programme, 0.995 to 1.005
    double rate(double error) {
        smooth += (error - smooth) * SMOOTHING;
        if (acting && Math.abs(error) < REST) {
            acting = false;
            smooth = error;
        } else if (!acting && Math.abs(smooth) > ACT) {
            acting = true;
        }
        return acting ? 1 + Math.clamp(error / 240 * FASTEST, -FASTEST, FASTEST) : 1;
    }

    void reset() {
        smooth = 0;
        acting = false;
    }
}
