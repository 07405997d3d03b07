package org.onmaru.bench.broadcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.onmaru.bench.broadcast.SoakBench.Round;
import org.onmaru.bench.broadcast.SoakBench.Soak;

class SoakTest {

    @Test
    void aLeakShowsAsItsSlopeAndAWarmUpDoesNot() {
        List<Round> rounds = IntStream.rangeClosed(1, 24)
                .mapToObj(i -> new Round(i * 5, i <= 6 ? 200 + 10 * i : 260 + (i - 6), 0.4, 1500))
                .toList();
        assertThat(Soak.of(4, rounds).memoryMbPerHour()).isCloseTo(12, within(0.5));
        List<Round> flat = IntStream.rangeClosed(1, 24)
                .mapToObj(i -> new Round(i * 5, i <= 6 ? 200 + 10 * i : 260, 0.4, 1500))
                .toList();
        assertThat(Soak.of(4, flat).memoryMbPerHour()).isCloseTo(0, within(0.5));
        assertThat(Soak.of(4, flat.subList(0, 1)).memoryMbPerHour()).isZero();
    }
}
