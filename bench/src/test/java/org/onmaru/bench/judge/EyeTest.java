package org.onmaru.bench.judge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.onmaru.bench.media.Area;
import org.onmaru.bench.media.AttendeePainter;
import org.onmaru.bench.media.Signature;
import org.onmaru.media.frame.Yuv;
import org.onmaru.media.frame.YuvFrame;

class EyeTest {

    @Test
    void knowsEverybody() {
        for (Signature signature : Signature.all()) {
            YuvFrame frame = new AttendeePainter(signature, 320, 180).paint(77);
            Eye.Sight sight = Eye.look(frame, Area.of(frame));
            assertThat(sight.whose()).contains(signature);
            assertThat(sight.code()).hasValue(77);
            assertThat(sight.shows(signature)).isTrue();
        }
    }

    @Test
    void knowsEverybodyThroughTheWrongColourMatrix() {
        for (Signature signature : Signature.all()) {
            Yuv sent = signature.colour();
            double blue = sent.u() - 128;
            double red = sent.v() - 128;
            var seen = new Yuv(
                    (int) Math.round(sent.y() - 0.1155 * blue - 0.2079 * red),
                    (int) Math.round(128 + 1.0186 * blue + 0.1146 * red),
                    (int) Math.round(128 + 0.0750 * blue + 1.0253 * red));
            assertThat(Eye.whose(seen)).contains(signature);
        }
    }

    @Test
    void greyBlackAndWhiteAreNobodys() {
        for (int luma : new int[] {16, 30, 95, 120, 145, 235}) {
            assertThat(Eye.whose(new Yuv(luma, 128, 128))).isEmpty();
        }
    }

    @Test
    void anothersPictureIsNotMine() {
        YuvFrame frame = new AttendeePainter(Signature.of(4), 320, 180).paint(1);
        assertThat(Eye.look(frame, Area.of(frame)).shows(Signature.of(5))).isFalse();
    }
}
