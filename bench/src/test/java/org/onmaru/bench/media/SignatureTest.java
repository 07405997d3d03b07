package org.onmaru.bench.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SignatureTest {

    @Test
    void coloursStayFarApart() {
        for (Signature one : Signature.all()) {
            for (Signature other : Signature.all()) {
                if (one.number() < other.number()) {
                    double y = one.colour().y() - other.colour().y();
                    double u = one.colour().u() - other.colour().u();
                    double v = one.colour().v() - other.colour().v();
                    assertThat(Math.sqrt(y * y + u * u + v * v))
                            .as("attendees %d and %d", one.number(), other.number())
                            .isGreaterThan(35);
                }
            }
        }
    }

    @Test
    void noToneIsAnothersSecondOrThirdHarmonic() {
        for (Signature one : Signature.all()) {
            for (Signature other : Signature.all()) {
                assertThat(Math.abs(2 * one.toneHertz() - other.toneHertz())).isGreaterThan(10);
                assertThat(Math.abs(3 * one.toneHertz() - other.toneHertz())).isGreaterThan(10);
            }
        }
    }

    @Test
    void twelveTonesTogetherDoNotClip() {
        assertThat(12 * Signature.AMPLITUDE).isLessThan(0.9f);
    }

    @Test
    void refusesMoreThanCanBeToldApart() {
        assertThatThrownBy(() -> Signature.of(Signature.COUNT + 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
