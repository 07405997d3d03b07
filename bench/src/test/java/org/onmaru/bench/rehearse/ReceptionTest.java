package org.onmaru.bench.rehearse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.onmaru.bench.judge.Eye;
import org.onmaru.bench.media.Signature;

class ReceptionTest {

    private static final Signature ME = Signature.of(3);
    private static final Signature OTHER = Signature.of(4);

    private final Reception reception = new Reception(ME);

    @Test
    void aMovingPictureOfTheRightOneArrives() {
        for (int code = 240; code < 240 + 25; code++) {
            assertThat(reception.sees(sight(ME, code % 250))).isTrue();
        }
        assertThat(reception.pictureArrived(1)).isTrue();
        assertThat(reception.framesPerSecond(1)).isEqualTo(24);
    }

    @Test
    void aFrozenPictureDoesNotArrive() {
        for (int i = 0; i < 30; i++) {
            reception.sees(sight(ME, 17));
        }
        assertThat(reception.pictureArrived(1)).isFalse();
    }

    @Test
    void anothersPictureDoesNotArrive() {
        for (int code = 0; code < 30; code++) {
            assertThat(reception.sees(sight(OTHER, code))).isFalse();
        }
        assertThat(reception.pictureArrived(1)).isFalse();
    }

    @Test
    void soundThatIsMissingForAFifthDoesNotArrive() {
        for (int i = 0; i < 10; i++) {
            reception.hears(i % 5 != 0);
        }
        assertThat(reception.soundArrived()).isFalse();
    }

    @Test
    void nothingHeardOrSeenIsNothing() {
        assertThat(reception.pictureArrived(1)).isFalse();
        assertThat(reception.soundArrived()).isFalse();
        assertThat(reception.begun()).isFalse();
    }

    private static Eye.Sight sight(Signature who, int code) {
        return new Eye.Sight(Optional.of(who), OptionalInt.of(code));
    }
}
