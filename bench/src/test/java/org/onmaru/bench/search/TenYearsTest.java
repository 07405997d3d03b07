package org.onmaru.bench.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.onmaru.server.open.archive.index.Kind;

class TenYearsTest {

    @Test
    void theyAreTheSameEveryTimeAndAsManyAsPromised() {
        var years = new TenYears();
        var again = new TenYears();
        int paragraphs = IntStream.range(0, TenYears.MEETINGS)
                .map(number -> {
                    var meeting = years.meeting(number);
                    if (number < 10) {
                        assertThat(again.meeting(number)).isEqualTo(meeting);
                        assertThat(meeting)
                                .extracting(passage -> passage.kind())
                                .contains(Kind.values());
                    }
                    return meeting.size();
                })
                .sum();
        assertThat(paragraphs).isEqualTo(TenYears.PARAGRAPHS);
    }
}
