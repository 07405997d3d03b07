package org.onmaru.media.compose;

import java.util.Arrays;

/// Many voices into one stereo sound, in float, through a [Limiter]. One thread: the programme's loop.
///
/// Off air the loop calls [#silence]; the first mix after that fades in over 10 ms. Voices fade themselves in and out
/// when they come and go.
public final class Mixer {

    private static final int FADE = 480;

    private final Limiter limiter = new Limiter();
    private float[] one = new float[0];
    private float[] sum = new float[0];
    private int faded;

    /// @param samples per channel
    /// @return interleaved stereo, `2 × samples` long, −1 to 1; valid until the next call
    public float[] mix(long tickNanos, Iterable<? extends Voice> voices, int samples) {
        prepare(samples);
        Arrays.fill(sum, 0);
        for (Voice voice : voices) {
            if (voice.read(tickNanos, one)) {
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += one[i];
                }
            }
        }
        limiter.apply(sum);
        for (int i = 0; i < samples && faded < FADE; i++, faded++) {
            float gain = (float) faded / FADE;
            sum[2 * i] *= gain;
            sum[2 * i + 1] *= gain;
        }
        return sum;
    }

    /// Exact zeros; forgets everything heard before.
    ///
    /// @param samples per channel
    public float[] silence(int samples) {
        prepare(samples);
        Arrays.fill(sum, 0);
        limiter.reset();
        faded = 0;
        return sum;
    }

    private void prepare(int samples) {
        if (sum.length != 2 * samples) {
            sum = new float[2 * samples];
            one = new float[2 * samples];
        }
    }
}
