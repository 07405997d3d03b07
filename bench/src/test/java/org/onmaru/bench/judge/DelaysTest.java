package org.onmaru.bench.judge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DelaysTest {

    @Test
    void percentilesAreValuesThatWereMeasured() {
        var delays = new Delays();
        for (int i = 1000; i >= 1; i--) {
            delays.add(i);
        }
        assertThat(delays.count()).isEqualTo(1000);
        assertThat(delays.percentile(0.5)).isEqualTo(500);
        assertThat(delays.percentile(0.95)).isEqualTo(950);
        assertThat(delays.percentile(1)).isEqualTo(1000);
        assertThat(delays.percentile(0)).isEqualTo(1);
    }

    @Test
    void nothingMeasuredIsNotANumber() {
        assertThat(new Delays().percentile(0.5)).isNaN();
    }
}
