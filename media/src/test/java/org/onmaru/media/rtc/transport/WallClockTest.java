package org.onmaru.media.rtc.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class WallClockTest {

    private static final long SECOND = 1_000_000_000L;

    private final AtomicLong nanos = new AtomicLong(77);
    private final AtomicLong unixSeconds = new AtomicLong(1_000);

    private final class SettableClock extends Clock {

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return Instant.ofEpochSecond(unixSeconds.get(), nanos.get() - 77);
        }
    }

    @Test
    void followsTheSystemClockWithinASecondOfItsBeingSet() {
        WallClock clock = new WallClock(new SettableClock(), nanos::get);
        assertThat(clock.now()).isEqualTo(1_000 * SECOND);
        nanos.addAndGet(SECOND / 2);
        assertThat(clock.now()).isEqualTo(1_000 * SECOND + SECOND / 2);
        unixSeconds.addAndGet(3_600);
        nanos.addAndGet(SECOND);
        assertThat(clock.now()).isEqualTo(4_600 * SECOND + 3 * SECOND / 2);
        assertThat(clock.unixNanos(nanos.get() - SECOND / 4)).isEqualTo(4_600 * SECOND + 5 * SECOND / 4);
    }
}
