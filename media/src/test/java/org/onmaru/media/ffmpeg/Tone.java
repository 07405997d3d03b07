package org.onmaru.media.ffmpeg;

/// Sine tones and how to hear them again.
public final class Tone {

    private Tone() {}

    /// Interleaved stereo of one frequency.
    ///
    /// @param from number of the first sample, so that pieces join
    public static float[] stereo(double hertz, double size, long from, int samples) {
        float[] out = new float[2 * samples];
        for (int i = 0; i < samples; i++) {
            float value = (float) (size * Math.sin(2 * Math.PI * hertz * (from + i) / 48_000));
            out[2 * i] = value;
            out[2 * i + 1] = value;
        }
        return out;
    }

    /// One channel of it.
    public static float[] mono(double hertz, double size, long from, int samples) {
        float[] stereo = stereo(hertz, size, from, samples);
        float[] out = new float[samples];
        for (int i = 0; i < samples; i++) {
            out[i] = stereo[2 * i];
        }
        return out;
    }

    /// Amplitude of a frequency in the left channel (Goertzel).
    public static double amplitude(float[] stereo, double hertz) {
        int samples = stereo.length / 2;
        double turn = 2 * Math.cos(2 * Math.PI * hertz / 48_000);
        double last = 0;
        double before = 0;
        for (int i = 0; i < samples; i++) {
            double now = stereo[2 * i] + turn * last - before;
            before = last;
            last = now;
        }
        double power = last * last + before * before - turn * last * before;
        return 2 * Math.sqrt(Math.max(0, power)) / samples;
    }

    /// Largest difference of neighbouring samples of the left channel.
    public static double largestStep(float[] stereo) {
        double most = 0;
        for (int i = 2; i < stereo.length; i += 2) {
            most = Math.max(most, Math.abs(stereo[i] - stereo[i - 2]));
        }
        return most;
    }
}
