package org.onmaru.media.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.onmaru.media.frame.AccessUnit;
import org.onmaru.media.frame.Codec;

class TimelineTest {

    private static final long MS = 1_000_000L;
    private static final long UNIX = 1_800_000_000_000_000_000L;

    private final Timeline line = new Timeline();
    private final SplittableRandom random = new SplittableRandom(5);

    /// A unit captured at `at` by true time; the sender's clock is `skew` ahead, its media clock `ppm` too fast.
    private AccessUnit unit(Codec codec, long at, long transit, long skew, double ppm) {
        long timestamp = 777_000 + Math.round(at * (1 + ppm / 1e6) * codec.clockRate() / 1e9);
        return new AccessUnit("t", codec, new byte[0], timestamp, true, false, at + transit, UNIX + at + skew);
    }

    private void send(Codec codec, long from, long until, long every, long transit, long jitter, long skew) {
        for (long at = from; at < until; at += every) {
            line.arrived(unit(codec, at, transit + (jitter == 0 ? 0 : random.nextLong(jitter)), skew, 0));
        }
    }

    /// The true capture time of what is heard at a time.
    private double heard(long nanos) {
        return (line.soundAt(nanos) - 777_000) * 1e9 / 48_000;
    }

    private long shown(long capture) {
        return line.pictureWait(777_000 + Math.round(capture * 90_000 / 1e9), 0);
    }

    @Test
    void whatWasCapturedTogetherIsDueTogetherWhateverTheSendersClock() {
        long skew = 7_200_000 * MS;
        for (long at = 0; at < 5000 * MS; at += 20 * MS) {
            line.arrived(unit(Codec.OPUS, at, 25 * MS + random.nextLong(10 * MS), skew, 0));
            line.arrived(unit(Codec.VP8, at, 80 * MS + random.nextLong(15 * MS), skew, 0));
        }
        double capture = heard(5000 * MS);
        assertThat((double) shown(Math.round(capture))).isCloseTo(5000.0 * MS, within(1.0 * MS));
        assertThat(5000 * MS - capture).as("behind capture").isBetween(150.0 * MS, 152.0 * MS);
    }

    @Test
    void addsAtMostAHundredMilliseconds() {
        send(Codec.OPUS, 0, 3000 * MS, 20 * MS, 30 * MS, 8 * MS, 0);
        assertThat(3000 * MS - heard(3000 * MS) - 30 * MS).isBetween(60.0 * MS, 100.0 * MS);
    }

    @Test
    void aFirstSenderReportDoesNotMoveTheSound() {
        send(Codec.OPUS, 0, 2000 * MS, 20 * MS, 30 * MS, 3 * MS, 0);
        double before = heard(2000 * MS);
        send(Codec.OPUS, 2000 * MS, 2100 * MS, 20 * MS, 30 * MS, 3 * MS, -3_600_000 * MS);
        assertThat(heard(2000 * MS)).isCloseTo(before, within(3.0 * MS));
    }

    @Test
    void tracksWithClocksThatCannotBeComparedGoByThemselves() {
        send(Codec.OPUS, 0, 2000 * MS, 20 * MS, 30 * MS, 0, 0);
        send(Codec.VP8, 0, 2000 * MS, 33 * MS, 40 * MS, 0, 5000 * MS);
        assertThat(2000 * MS - heard(2000 * MS)).isCloseTo(100.0 * MS, within(1.0 * MS));
        assertThat((double) shown(1900 * MS)).isCloseTo(2010.0 * MS, within(1.0 * MS));
    }

    private AccessUnit voice(long at, long transit) {
        var unit = unit(Codec.OPUS, at, transit, 0, 0);
        line.arrived(unit);
        return unit;
    }

    @Test
    void latenessRaisesTheDelayAndQuietLowersItAgain() {
        for (long at = 0; at < 4000 * MS; at += 100 * MS) {
            line.judged(voice(at, 30 * MS), 5 * MS, at);
        }
        assertThat(line.delay()).isEqualTo(Timeline.MOST_DELAY);
        for (long at = 0; at < 600; at++) {
            line.settle(at * 1000 * MS);
        }
        assertThat(line.delay()).isEqualTo(Timeline.LEAST_DELAY);
    }

    @Test
    void muchLatenessRaisesTheDelayFaster() {
        line.judged(voice(0, 30 * MS), 5 * MS, 1000 * MS);
        assertThat(line.delay()).isEqualTo(Timeline.LEAST_DELAY + 20 * MS);
        line.judged(voice(0, 30 * MS), 60 * MS, 2000 * MS);
        assertThat(line.delay()).isEqualTo(Timeline.LEAST_DELAY + 90 * MS);
        line.judged(voice(0, 30 * MS), 5000 * MS, 3000 * MS);
        assertThat(line.delay()).isEqualTo(Timeline.LEAST_DELAY + 170 * MS);
    }

    @Test
    void soundThatSlipsForGoodIsHeardAgainWithinAFractionOfASecond() {
        send(Codec.OPUS, 0, 3000 * MS, 20 * MS, 30 * MS, 0, 0);
        for (long at = 3000 * MS; at <= 3200 * MS; at += 20 * MS) {
            assertThat(3500 * MS - heard(3500 * MS)).isCloseTo(30.0 * MS + line.delay(), within(1.0 * MS));
            line.judged(voice(at, 430 * MS), 300 * MS, at);
        }
        assertThat(3500 * MS - heard(3500 * MS)).isCloseTo(430.0 * MS + line.delay(), within(1.0 * MS));
    }

    @Test
    void aFewInTimeAmongManyLateAreNoRecovery() {
        send(Codec.OPUS, 0, 3000 * MS, 20 * MS, 30 * MS, 0, 0);
        for (int i = 0; i <= 12; i++) {
            long at = (3000 + i * 20L) * MS;
            line.judged(voice(at, 430 * MS), i % 4 == 3 ? 0 : 300 * MS, at);
        }
        assertThat(3500 * MS - heard(3500 * MS)).isCloseTo(430.0 * MS + line.delay(), within(1.0 * MS));
    }

    @Test
    void burstsAfterPausesOfTheNetworkMoveNothing() {
        send(Codec.OPUS, 0, 3000 * MS, 20 * MS, 30 * MS, 0, 0);
        for (long pause = 3000 * MS; pause < 8000 * MS; pause += 1000 * MS) {
            for (long at = pause; at <= pause + 600 * MS; at += 20 * MS) {
                line.judged(voice(at, pause + 630 * MS - at), pause + 500 * MS - at, pause + 630 * MS);
            }
            for (long at = pause + 620 * MS; at < pause + 1000 * MS; at += 20 * MS) {
                line.judged(voice(at, 30 * MS), -50 * MS, at);
            }
        }
        assertThat(8000 * MS - heard(8000 * MS)).isCloseTo(30.0 * MS + line.delay(), within(1.0 * MS));
    }

    @Test
    void aPublishersFastClockIsFollowed() {
        for (long at = 0; at < 120_000 * MS; at += 20 * MS) {
            AccessUnit unit = unit(Codec.OPUS, at, 30 * MS + random.nextLong(5 * MS), 0, 200);
            line.arrived(unit);
        }
        double due = line.soundAt(120_000 * MS);
        double sent = 777_000 + 120_000 * 48.0 * (1 + 200 / 1e6);
        assertThat(sent - due).as("samples behind the newest").isBetween(48.0 * 90, 48.0 * 110);
    }

    @Test
    void timestampsThatStartAnewDoNotMoveTheLine() {
        send(Codec.OPUS, 0, 2000 * MS, 20 * MS, 30 * MS, 0, 0);
        AccessUnit old = unit(Codec.OPUS, 2000 * MS, 30 * MS, 0, 0);
        AccessUnit fresh = new AccessUnit(
                "t", Codec.OPUS, new byte[0], 5, true, false, old.arrivalNanos(), old.captureUnixNanos());
        line.arrived(fresh);
        assertThat(line.soundAt(2000 * MS + 100 * MS)).isCloseTo(5.0, within(50.0));
    }
}
