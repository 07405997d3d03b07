package org.onmaru.bench.citizen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.URI;
import org.junit.jupiter.api.Test;

class HoldBackPlayerTest {

    private static final double PART = 1000 / 3.0;
    private static final double HOLD_BACK = 1400;
    private static final double BEGAN = 1_000_000;

    private final HoldBackPlayer player = new HoldBackPlayer();

    @Test
    void showsAFrameHoldBackAfterTheEdgeWasThere() {
        Delivered part = part(0, 50);
        player.arrived(part);
        // The part's end is the edge when it arrives, so its first frame is shown hold-back minus one part later.
        assertThat(player.shownMs(part, 0)).isCloseTo(part.arrivedMs() + HOLD_BACK - PART, within(0.001));
        assertThat(player.shownMs(part, 100)).isCloseTo(part.arrivedMs() + HOLD_BACK - PART + 100, within(0.001));
    }

    @Test
    void theSlowestOfTheLastTenPartsSetsThePace() {
        player.arrived(part(0, 250));
        Delivered prompt = part(1, 50);
        player.arrived(prompt);
        assertThat(player.shownMs(prompt, 0)).isCloseTo(prompt.arrivedMs() + HOLD_BACK - PART + 200, within(0.001));
        for (int i = 2; i < 11; i++) {
            player.arrived(part(i, 50));
        }
        Delivered last = part(11, 50);
        player.arrived(last);
        assertThat(player.shownMs(last, 0)).isCloseTo(last.arrivedMs() + HOLD_BACK - PART, within(0.001));
    }

    @Test
    void neverShowsAFrameBeforeItIsThere() {
        Delivered first = part(0, 50);
        player.arrived(first);
        Delivered late = part(1, 9_000);
        assertThat(player.shownMs(late, 0)).isEqualTo(late.arrivedMs());
    }

    private static Delivered part(int number, double late) {
        double start = number * PART;
        return new Delivered(
                0, number, URI.create("init-0.mp4"), new byte[0], BEGAN + start + PART + late, start, PART, HOLD_BACK);
    }
}
