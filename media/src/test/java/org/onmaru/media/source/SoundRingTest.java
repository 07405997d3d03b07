package org.onmaru.media.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SoundRingTest {

    private static final int TICK = 1600;

    private final SoundRing ring = new SoundRing();

    private static float[] tone(long from, int samples) {
        float[] out = new float[2 * samples];
        for (int i = 0; i < samples; i++) {
            out[2 * i] = (float) (0.5 * Math.sin(2 * Math.PI * 440 * (from + i) / 48_000));
            out[2 * i + 1] = out[2 * i];
        }
        return out;
    }

    private void write(long at, int samples) {
        ring.write(at, tone(at, samples), samples);
    }

    private float[] read(int ticks, double rate) {
        float[] all = new float[2 * TICK * ticks];
        for (int i = 0; i < ticks; i++) {
            ring.read(all, i * TICK, TICK, rate, false);
        }
        return all;
    }

    private static double largestStep(float[] stereo) {
        double most = 0;
        for (int i = 2; i < stereo.length; i += 2) {
            most = Math.max(most, Math.abs(stereo[i] - stereo[i - 2]));
        }
        return most;
    }

    /// A full-swing 440 Hz tone of 0.5 moves this much per sample at most; ramps add 0.5/240.
    private static final double STEP = 0.5 * 2 * Math.PI * 440 / 48_000 + 0.5 / 240 + 1e-4;

    @Test
    void afterTheRampEverySampleIsWhatWasWritten() {
        write(1000, 40_000);
        ring.moveTo(1000);
        float[] heard = read(20, 1);
        float[] said = tone(1000, 32_000);
        assertThat(Arrays.copyOfRange(heard, 480, heard.length))
                .containsExactly(Arrays.copyOfRange(said, 480, said.length));
        assertThat(ring.place()).isEqualTo(33_000.0);
    }

    @Test
    void comingGoingAndHolesDoNotClick() {
        write(5000, 9600);
        write(5000 + 9600 + 960, 9600);
        write(60_000, 4800);
        ring.moveTo(3000);
        float[] heard = read(42, 1);
        assertThat(largestStep(heard)).isLessThan(STEP);
        assertThat(heard[2 * 1999]).isZero();
        assertThat(heard[2 * (11_600 + 480)]).as("the hole").isZero();
        assertThat(heard[2 * 66_000]).as("after the end").isZero();
    }

    @Test
    void dataThatComesJustInTimeOrTooLateDoesNotClick() {
        SplittableRandom random = new SplittableRandom(3);
        ring.moveTo(0);
        float[] all = new float[2 * TICK * 600];
        long written = 0;
        for (int i = 0; i < 600; i++) {
            long until = (long) i * TICK + 1700 - (random.nextInt(6) == 0 ? 900 : 0) + random.nextInt(400);
            while (written + 960 <= until) {
                write(written, 960);
                written += 960;
            }
            ring.read(all, i * TICK, TICK, 1, false);
        }
        assertThat(largestStep(all)).isLessThan(STEP);
    }

    @Test
    void aSlightlyOtherRateKeepsTheToneSmooth() {
        write(0, 48_000);
        ring.moveTo(2000);
        float[] heard = read(10, 1.005);
        assertThat(largestStep(heard)).isLessThan(STEP * 1.01);
        assertThat(ring.place()).isCloseTo(2000 + 16_080.0, within(0.01));
    }

    @Test
    void stoppingRampsDownWithinFiveMilliseconds() {
        write(0, 48_000);
        ring.moveTo(0);
        float[] heard = new float[2 * 3 * TICK];
        ring.read(heard, 0, TICK, 1, false);
        int samples = ring.read(heard, TICK, TICK, 1, true);
        assertThat(samples).isBetween(200, 242);
        assertThat(largestStep(heard)).isLessThan(STEP);
        assertThat(ring.silent()).isTrue();
    }

    @Test
    void lateSamplesAreCountedAndLeftOut() {
        ring.moveTo(2000);
        assertThat(ring.write(1000, tone(1000, 960), 960)).isEqualTo(960);
        assertThat(ring.write(1960, tone(1960, 960), 960)).isEqualTo(40);
        assertThat(ring.write(2920, tone(2920, 960), 960)).isZero();
    }

    @Test
    void timestampsThatStartAnewAreTaken() {
        write(1000, 960);
        write(5_000_000, 960);
        ring.moveTo(5_000_000);
        float[] heard = read(1, 1);
        assertThat(heard[2 * 400]).isNotZero();
    }
}
