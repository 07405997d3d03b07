package org.onmaru.media.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.onmaru.media.ffmpeg.Tone;

class MixerTest {

    private static final int TICK = 1600;

    private final Mixer mixer = new Mixer();

    private static Voice tone(double hertz, double size) {
        return new Voice() {
            private long at;

            @Override
            public boolean read(long tickNanos, float[] into) {
                System.arraycopy(Tone.stereo(hertz, size, at, into.length / 2), 0, into, 0, into.length);
                at += into.length / 2;
                return true;
            }
        };
    }

    private float[] mixed(List<Voice> voices, int ticks) {
        float[] all = new float[2 * TICK * ticks];
        for (int i = 0; i < ticks; i++) {
            System.arraycopy(mixer.mix(i, voices, TICK), 0, all, i * 2 * TICK, 2 * TICK);
        }
        return all;
    }

    @Test
    void quietVoicesPassUnchangedAfterTheFade() {
        float[] all = mixed(List.of(tone(440, 0.2), tone(1000, 0.3)), 10);
        float[] first = Tone.stereo(440, 0.2, 0, TICK * 10);
        float[] second = Tone.stereo(1000, 0.3, 0, TICK * 10);
        for (int i = 960; i < all.length; i++) {
            assertThat(all[i]).isEqualTo(first[i] + second[i]);
        }
    }

    @Test
    void manyLoudVoicesStayBelowFullScaleAndKeepTheirTones() {
        List<Voice> voices = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            voices.add(tone(300 + 100 * i, 0.5));
        }
        float[] all = mixed(voices, 30);
        for (float sample : all) {
            assertThat(Math.abs(sample)).isLessThan(0.99f);
        }
        for (int i = 0; i < 12; i++) {
            assertThat(Tone.amplitude(all, 300 + 100 * i)).isGreaterThan(0.04);
        }
    }

    @Test
    void offAirIsExactlySilentAndTheReturnFadesIn() {
        mixed(List.of(tone(440, 0.9)), 3);
        assertThat(mixer.silence(TICK)).containsOnly(0f);
        float[] back = mixed(List.of(tone(440, 0.5)), 2);
        assertThat(back[0]).isZero();
        assertThat(Tone.largestStep(back)).isLessThan(0.5 * 2 * Math.PI * 440 / 48_000 + 0.5 / 240);
    }
}
