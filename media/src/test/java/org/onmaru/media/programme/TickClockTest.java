package org.onmaru.media.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TickClockTest {

    private final AtomicLong now = new AtomicLong(5_000_000_000L);
    private final TickClock clock = new TickClock(30, now::get, now::set);

    @Test
    void anHourHasExactlyItsFrames() {
        long start = now.get();
        for (long frame = 0; frame < 108_000; frame++) {
            var tick = clock.await();
            assertThat(tick.frame()).isEqualTo(frame);
            assertThat(tick.missed()).isZero();
        }
        var tick = clock.await();
        assertThat(tick.dueNanos() - start).isEqualTo(3_600_000_000_000L);
    }

    @Test
    void lateWorkSkipsFramesAndSaysHowMany() {
        clock.await();
        now.addAndGet(170_000_000); // five periods and a bit
        var tick = clock.await();
        assertThat(tick.frame()).isEqualTo(5);
        assertThat(tick.missed()).isEqualTo(4);
        assertThat(clock.await().frame()).isEqualTo(6);
    }

    @Test
    void saysWhenTheFirstFrameWasDueHoweverLateItIsAsked() {
        var wall = Clock.fixed(Instant.parse("2026-11-23T08:30:02.5Z"), ZoneOffset.UTC);
        now.addAndGet(2_500_000_000L);
        assertThat(clock.startedAt(wall)).isEqualTo("2026-11-23T08:30:00Z");
    }

    @Test
    void everyFrameIsServedOrMissedOnce() {
        var random = new java.util.Random(7);
        long accounted = 0;
        for (int i = 0; i < 10_000; i++) {
            now.addAndGet(random.nextInt(90_000_000));
            var tick = clock.await();
            accounted += 1 + tick.missed();
            assertThat(accounted).isEqualTo(tick.frame() + 1);
            assertThat(now.get()).isGreaterThanOrEqualTo(tick.dueNanos());
        }
    }
}
