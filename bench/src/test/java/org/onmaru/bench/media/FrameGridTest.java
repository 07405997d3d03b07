package org.onmaru.bench.media;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FrameGridTest {

    private static final long NOW = 1_606_089_600_123L;

    @Test
    void aCodeTellsWhenItsFrameWasDue() {
        for (long late = 0; late < 9_900; late += 137) {
            long due = Math.floorDiv(NOW, FrameGrid.FRAME_MS) * FrameGrid.FRAME_MS;
            assertThat(FrameGrid.dueMs(FrameGrid.code(NOW), (double) (due + late)))
                    .isEqualTo(due);
        }
    }

    @Test
    void stepsGoOverTheEndOfTheLoop() {
        assertThat(FrameGrid.steps(248, 1)).isEqualTo(3);
        assertThat(FrameGrid.steps(7, 7)).isZero();
    }
}
