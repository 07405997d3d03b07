package org.onmaru.media.rtc.rtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/// Times are injected: ticks of 1/90000 s since zero, Unix nanoseconds since an epoch of the test's own.
class SenderReportClockTest {

    private static final long MS = 1_000_000L;
    private static final long EPOCH = 1_700_000_000_000L * MS;
    private static final Offset<Long> ONE_MS = within(MS);

    private final SenderReportClock clock = new SenderReportClock(90_000);

    @Test
    void byArrivalUntilTheFirstReport() {
        assertThat(clock.captured(ticks(0), EPOCH + 30 * MS)).isEqualTo(EPOCH + 30 * MS);
        // A late packet does not push the line; an early one does.
        assertThat(clock.captured(ticks(40), EPOCH + 90 * MS)).isCloseTo(EPOCH + 70 * MS, ONE_MS);
        assertThat(clock.captured(ticks(80), EPOCH + 100 * MS)).isCloseTo(EPOCH + 100 * MS, ONE_MS);
        assertThat(clock.reported()).isFalse();
    }

    @Test
    void noiseIsFiltered() {
        Random random = new Random(1);
        for (int second = 0; second < 60; second++) {
            clock.report(ticks(second * 1000L), EPOCH + second * 1000L * MS + random.nextInt(-4, 5) * MS);
            long captured = clock.captured(ticks(second * 1000L), EPOCH + second * 1000L * MS + 50 * MS);
            if (second > 5) {
                assertThat(captured).isCloseTo(EPOCH + second * 1000L * MS, within(4 * MS));
            }
        }
    }

    @Test
    void oneWildReportChangesNothing() {
        reports(0, 10, 0);
        clock.report(ticks(10_000), EPOCH + 10_000 * MS + 900 * MS);
        assertThat(clock.captured(ticks(10_000), EPOCH + 10_000 * MS)).isCloseTo(EPOCH + 10_000 * MS, ONE_MS);
        reports(11, 12, 0);
        clock.report(ticks(13_000), EPOCH + 13_000 * MS - 700 * MS);
        assertThat(clock.captured(ticks(13_000), EPOCH + 13_000 * MS)).isCloseTo(EPOCH + 13_000 * MS, ONE_MS);
    }

    @Test
    void aClockThatWasSetIsFollowedAfterTwoReports() {
        reports(0, 10, 0);
        reports(10, 12, 3_600_000);
        assertThat(clock.captured(ticks(12_000), EPOCH + 12_000 * MS))
                .isCloseTo(EPOCH + 12_000 * MS + 3_600_000 * MS, ONE_MS);
    }

    @Test
    void aSlowCrystalIsFollowed() {
        for (int second = 0; second < 600; second += 5) {
            long drift = second * 1000L * MS / 10_000;
            clock.report(ticks(second * 1000L), EPOCH + second * 1000L * MS + drift);
            assertThat(clock.captured(ticks(second * 1000L), EPOCH + second * 1000L * MS))
                    .isCloseTo(EPOCH + second * 1000L * MS + drift, within(2 * MS));
        }
    }

    @Test
    void aNewRtpTimeLineFallsBackToArrivalUntilReported() {
        reports(0, 10, 0);
        clock.captured(ticks(10_000), EPOCH + 10_000 * MS);
        long jump = ticks(500_000);
        assertThat(clock.captured(ticks(10_040) + jump, EPOCH + 10_040 * MS)).isEqualTo(EPOCH + 10_040 * MS);
        assertThat(clock.reported()).isFalse();
        clock.report(ticks(10_100) + jump, EPOCH + 10_100 * MS);
        assertThat(clock.captured(ticks(10_200) + jump, EPOCH + 10_260 * MS)).isCloseTo(EPOCH + 10_200 * MS, ONE_MS);
    }

    private void reports(int from, int to, long shiftMillis) {
        for (int second = from; second < to; second++) {
            clock.report(ticks(second * 1000L), EPOCH + (second * 1000L + shiftMillis) * MS);
        }
    }

    private static long ticks(long millis) {
        return (1L << 32) + millis * 90;
    }
}
