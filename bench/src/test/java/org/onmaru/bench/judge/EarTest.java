package org.onmaru.bench.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.onmaru.bench.media.Signature;

class EarTest {

    @Test
    void hearsEachOfTwelveInOneMixAndNobodyElse() {
        List<Signature> twelve = Signature.all().subList(0, 12);
        assertThat(only(mix(twelve))).isEqualTo(new HashSet<>(twelve));
    }

    @Test
    void hearsWhoeverIsPlayedALittleFasterOrSlower() {
        for (double rate : new double[] {0.995, 0.9965, 0.9985, 1.0015, 1.0035, 1.005}) {
            for (Signature one : Signature.all()) {
                var sound = new float[Ear.WINDOW];
                for (int i = 0; i < sound.length; i++) {
                    sound[i] =
                            Signature.AMPLITUDE * (float) Math.sin(2 * Math.PI * one.toneHertz() * rate * i / 48_000);
                }
                assertThat(only(sound)).as("%s at %s", one, rate).containsExactly(one);
            }
        }
    }

    @Test
    void missesTheOneWhoIsSilent() {
        Set<Signature> present = new HashSet<>(Signature.all().subList(0, 12));
        present.remove(Signature.of(6));
        assertThat(only(mix(List.copyOf(present)))).isEqualTo(present);
    }

    @Test
    void hearsNobodyInNoiseOrSilence() {
        var noise = new float[Ear.WINDOW];
        var random = new Random(1);
        for (int i = 0; i < noise.length; i++) {
            noise[i] = random.nextFloat(-0.3f, 0.3f);
        }
        assertThat(only(noise)).isEmpty();
        assertThat(only(new float[Ear.WINDOW])).isEmpty();
    }

    @Test
    void windowsDoNotDependOnHowTheSoundArrives() {
        float[] sound = mix(List.of(Signature.of(2)));
        var ear = new Ear();
        int windows = 0;
        for (int at = 0; at < sound.length; at += 1024) {
            for (Set<Signature> heard : ear.hear(Arrays.copyOfRange(sound, at, Math.min(at + 1024, sound.length)))) {
                assertThat(heard).containsExactly(Signature.of(2));
                windows++;
            }
        }
        assertThat(windows).isEqualTo(1);
    }

    @Test
    void amplitudeIsThePeak() {
        assertThat(Ear.amplitude(mix(List.of(Signature.of(1))), Signature.of(1).toneHertz()))
                .isCloseTo(Signature.AMPLITUDE, within(0.001));
    }

    private static Set<Signature> only(float[] sound) {
        List<Set<Signature>> windows = new Ear().hear(sound);
        assertThat(windows).hasSize(1);
        return windows.getFirst();
    }

    private static float[] mix(List<Signature> who) {
        var sound = new float[Ear.WINDOW];
        for (Signature signature : who) {
            for (int i = 0; i < sound.length; i++) {
                sound[i] += Signature.AMPLITUDE
                        * (float) Math.sin(2 * Math.PI * signature.toneHertz() * i / 48_000 + signature.number());
            }
        }
        return sound;
    }
}
