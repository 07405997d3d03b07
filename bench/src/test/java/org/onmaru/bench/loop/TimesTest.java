package org.onmaru.bench.loop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TimesTest {

    @Test
    void tellsTheNearestRank() {
        var times = new Times();
        assertThat(times.percentileMs(0.95)).isZero();
        for (int i = 20; i >= 1; i--) {
            times.add(i * 1_000_000L);
        }
        assertThat(times.percentileMs(0.5)).isEqualTo(10.0);
        assertThat(times.percentileMs(0.95)).isEqualTo(19.0);
        assertThat(times.percentileMs(1)).isEqualTo(20.0);
        assertThat(times.percentileMs(0)).isEqualTo(1.0);
    }
}
