package org.onmaru.media.compose;

/// Keeps the sum of voices below the ceiling. Below it samples pass unchanged. Gain falls within one block of 80
/// samples (1.7 ms) and recovers over about 200 ms; what still sticks out at the very start of a block is bent softly.
final class Limiter {

    /// −1.5 dB of full scale.
    static final float CEILING = 0.84f;

    private static final int BLOCK = 160;
    private static final float RECOVERY = 0.0085f;

    private float gain = 1;

    void reset() {
        gain = 1;
    }

    /// Works in place on interleaved stereo.
    void apply(float[] stereo) {
        float needed = needed(stereo, 0);
        for (int start = 0; start < stereo.length; start += BLOCK) {
            float next = start + BLOCK < stereo.length ? needed(stereo, start + BLOCK) : 1;
            float target = Math.min(Math.min(needed, next), Math.min(1, gain + RECOVERY));
            scale(stereo, start, Math.min(start + BLOCK, stereo.length), target);
            gain = target;
            needed = next;
        }
    }

    private static float needed(float[] stereo, int start) {
        float peak = 0;
        int end = Math.min(start + BLOCK, stereo.length);
        for (int i = start; i < end; i++) {
            peak = Math.max(peak, Math.abs(stereo[i]));
        }
        return peak <= CEILING ? 1 : CEILING / peak;
    }

    private void scale(float[] stereo, int start, int end, float target) {
        if (gain == 1 && target == 1) {
            return;
        }
        float step = (target - gain) / (end - start);
        float now = gain;
        for (int i = start; i < end; i++) {
            now += step;
            stereo[i] = bend(stereo[i] * now);
        }
    }

    /// Unchanged up to the ceiling, then towards 0.98 and never beyond.
    private static float bend(float sample) {
        float size = Math.abs(sample);
        if (size <= CEILING) {
            return sample;
        }
        float over = (float) Math.tanh((size - CEILING) / 0.14f) * 0.14f;
        return Math.copySign(CEILING + over, sample);
    }
}
