package org.onmaru.media.source;

import java.util.ArrayDeque;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Decoded sound of one track by RTP timestamp, and a reading place in it that may move at any rate near one. Where
/// nothing was written there is silence, and every edge between sound and silence is a ramp of 5 ms. Not thread-safe;
/// [AudioTrackSource] guards it.
final class SoundRing {

    /// Samples of a ramp.
    static final int FADE = 240;

    /// Samples per channel that fit, 1.37 s; a power of two.
    private static final int SIZE = 1 << 16;

    private static final int FARTHEST = SIZE - 16_384;

    private final float[] ring = new float[2 * SIZE];
    private final ArrayDeque<Run> runs = new ArrayDeque<>();
    private long place;
    private double fraction;
    private double gain;
    private boolean placed;

    /// Sound without a gap, from `start` up to `end`, in samples.
    private static final class Run {
        private final long start;
        private long end;

        private Run(long start) {
            this.start = start;
            this.end = start;
        }
    }

    /// Appends sound.
    ///
    /// @param at timestamp of the first sample
    /// @param stereo interleaved
    /// @param samples per channel
    /// @return how many of them came after their time
    int write(long at, float[] stereo, int samples) {
        Run last = runs.peekLast();
        if (last != null && (at < last.end - FARTHEST || at > last.end + FARTHEST)) {
            clear();
            last = null;
        }
        int skip = last == null ? 0 : Math.clamp(last.end - at, 0, samples);
        if (placed && at + samples - place > FARTHEST) {
            // Nobody reads: the newest is kept.
            place = at + samples - FARTHEST;
            gain = 0;
        }
        int late = placed ? Math.clamp(place - at, 0, samples) : 0;
        skip = Math.max(skip, late);
        if (skip < samples) {
            append(last, at + skip, stereo, skip, samples - skip);
        }
        return late;
    }

    private void append(@Nullable Run last, long at, float[] stereo, int from, int samples) {
        Run run = last;
        if (run == null || run.end != at) {
            run = new Run(at);
            runs.addLast(run);
        }
        int index = (int) (at & (SIZE - 1));
        int first = Math.min(samples, SIZE - index);
        System.arraycopy(stereo, 2 * from, ring, 2 * index, 2 * first);
        System.arraycopy(stereo, 2 * (from + first), ring, 0, 2 * (samples - first));
        run.end = at + samples;
    }

    /// Puts the reading place somewhere; only while silent, or it clicks.
    void moveTo(long sample) {
        place = sample;
        fraction = 0;
        placed = true;
    }

    /// Nothing is left to be read, and it is silent: reading goes on wherever [#moveTo] says next.
    void rest() {
        runs.clear();
        placed = false;
    }

    boolean placed() {
        return placed;
    }

    /// True when the last sample read was silent.
    boolean silent() {
        return gain <= 0;
    }

    /// True when nothing is left to read.
    boolean spent() {
        Run last = runs.peekLast();
        return last == null || (placed && last.end <= place);
    }

    /// The sample that is read next.
    double place() {
        return place + fraction;
    }

    /// The newest sample's successor; meaningless while empty.
    long end() {
        Run last = runs.peekLast();
        return last == null ? place : last.end;
    }

    /// Reads on.
    ///
    /// @param rate samples of the track per sample of the programme
    /// @param into interleaved stereo, overwritten from `offset` samples on
    /// @param stop ramp down at once and stop there: the number of samples written may be less than asked
    /// @return samples written
    int read(float[] into, int offset, int samples, double rate, boolean stop) {
        if (!stop && rate == 1 && fraction == 0 && gain >= 1 && plain(samples)) {
            copy(into, offset, samples);
            return samples;
        }
        long forced = stop ? place + (long) Math.ceil(gain * FADE) : Long.MAX_VALUE;
        for (int i = 0; i < samples; i++) {
            if (stop && gain <= 0) {
                return i;
            }
            gain = Math.max(0, Math.min(gain + 1.0 / FADE, room(forced)));
            into[2 * (offset + i)] = gain == 0 ? 0 : (float) (gain * sample(0));
            into[2 * (offset + i) + 1] = gain == 0 ? 0 : (float) (gain * sample(1));
            step(rate);
        }
        return samples;
    }

    /// True when the next samples lie in the middle of a run.
    private boolean plain(int samples) {
        drop();
        Run run = runs.peekFirst();
        return run != null && run.start + FADE <= place && place + samples + FADE <= run.end;
    }

    private void copy(float[] into, int offset, int samples) {
        int index = (int) (place & (SIZE - 1));
        int first = Math.min(samples, SIZE - index);
        System.arraycopy(ring, 2 * index, into, 2 * offset, 2 * first);
        System.arraycopy(ring, 0, into, 2 * (offset + first), 2 * (samples - first));
        place += samples;
    }

    private void step(double rate) {
        fraction += rate;
        long whole = (long) fraction;
        place += whole;
        fraction -= whole;
    }

    private void drop() {
        Run run = runs.peekFirst();
        while (run != null && run.end <= place && runs.size() > 1) {
            runs.removeFirst();
            run = runs.peekFirst();
        }
    }

    /// The loudest the next sample may be, so that there is room for the ramps.
    private double room(long forcedEnd) {
        drop();
        Run run = runs.peekFirst();
        if (run == null || place < run.start || place >= run.end) {
            return 0;
        }
        double before = place - run.start + 1;
        double after = Math.min(run.end, forcedEnd) - place - 1;
        return Math.min(1, Math.min(before, after) / FADE);
    }

    /// Cubic between the four samples around the place; exact when the fraction is 0.
    private double sample(int channel) {
        double b = at(place, channel);
        if (fraction == 0) {
            return b;
        }
        double a = at(place - 1, channel);
        double c = at(place + 1, channel);
        double d = at(place + 2, channel);
        double t = fraction;
        return b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
    }

    private double at(long sample, int channel) {
        return ring[2 * (int) (sample & (SIZE - 1)) + channel];
    }

    void clear() {
        runs.clear();
        Arrays.fill(ring, 0);
        placed = false;
        fraction = 0;
        gain = 0;
    }
}
