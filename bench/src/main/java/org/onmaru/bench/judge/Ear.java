package org.onmaru.bench.judge;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.onmaru.bench.media.Signature;

/// Says who is heard in a stream of sound at 48 kHz, window by window. Not thread-safe.
public final class Ear {

    /// Samples of one window: half a second, which tells tones 8 Hz apart.
    public static final int WINDOW = 24_000;

    private static final int SAMPLE_RATE = 48_000;
    /// Half the distance between two signatures' tones: nobody is there.
    private static final double BESIDE_HERTZ = 35;
    /// A tone weaker than this share of what was sent is not heard.
    private static final double LEAST_SHARE = 0.15;
    /// A tone must stand out of what is beside it by this factor.
    private static final double LEAST_CONTRAST = 8;

    /// The studio plays a voice up to half a percent faster or slower while it closes a distance: the same voice.
    private static final double[] DETUNED = {0, -0.0025, 0.0025, -0.005, 0.005};

    private static final double[] HANN = IntStream.range(0, WINDOW)
            .mapToDouble(i -> 0.5 - 0.5 * Math.cos(2 * Math.PI * i / WINDOW))
            .toArray();

    private final float[] window = new float[WINDOW];
    private int filled;

    /// Takes samples, −1 to 1.
    ///
    /// @return who is heard in each window that these samples filled; mostly none or one
    public List<Set<Signature>> hear(float[] samples) {
        List<Set<Signature>> windows = new ArrayList<>();
        int taken = 0;
        while (taken < samples.length) {
            int count = Math.min(samples.length - taken, WINDOW - filled);
            System.arraycopy(samples, taken, window, filled, count);
            taken += count;
            filled += count;
            if (filled == WINDOW) {
                windows.add(heard());
                filled = 0;
            }
        }
        return windows;
    }

    private Set<Signature> heard() {
        Set<Signature> heard = new HashSet<>();
        for (Signature signature : Signature.all()) {
            if (present(signature.toneHertz())) {
                heard.add(signature);
            }
        }
        return heard;
    }

    private boolean present(int hertz) {
        double level = 0;
        for (double detune : DETUNED) {
            level = Math.max(level, amplitude(window, hertz * (1 + detune)));
        }
        double beside = Math.max(amplitude(window, hertz - BESIDE_HERTZ), amplitude(window, hertz + BESIDE_HERTZ));
        return level > LEAST_SHARE * Signature.AMPLITUDE && level > LEAST_CONTRAST * beside;
    }

    /// Peak amplitude of the part at `hertz` in one window, by Goertzel's recurrence under a Hann window.
    static double amplitude(float[] samples, double hertz) {
        double turn = 2 * Math.PI * hertz / SAMPLE_RATE;
        double factor = 2 * Math.cos(turn);
        double older = 0;
        double old = 0;
        for (int i = 0; i < WINDOW; i++) {
            double now = samples[i] * HANN[i] + factor * old - older;
            older = old;
            old = now;
        }
        double power = old * old + older * older - factor * old * older;
        // The window's mean is one half, and a sine of peak 1 has a line of half its height.
        return Math.sqrt(Math.max(0, power)) * 4 / samples.length;
    }
}
