package org.onmaru.bench.broadcast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AudienceTest {

    @Test
    void whatWasThereBeforeSomebodyCameIsNotLate() {
        var early = List.of(1_000.0, 9_000.0); // the second came eight seconds after it was there
        var together = List.of(9_100.0, 9_130.0);
        var settled = List.of(10_040.0, 10_000.0);
        var after = List.of(10_333.0, 10_341.0);
        var hold = Audience.hold(List.of(early, together, settled, after), 2);
        assertThat(hold.count()).as("parts from a second after both had one").isEqualTo(4);
        assertThat(hold.percentile(1)).isEqualTo(40);
        assertThat(hold.percentile(0.75)).isEqualTo(8);
        assertThat(hold.percentile(0.5)).isZero();
    }

    @Test
    void whoGotNothingLeavesNothingToMeasure() {
        assertThat(Audience.hold(List.of(List.of(1.0)), 2).count()).isZero();
        assertThat(Audience.hold(List.<List<Double>>of(), 2).count()).isZero();
    }
}
