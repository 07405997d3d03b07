package org.onmaru.media.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.SortedMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.onmaru.media.compose.SlideArt;
import org.onmaru.wire.Slide;

/// A slide from the command to the encoded programme, which is decoded and looked at as a player would.
class SlideIT extends RunningProgramme {

    private static final Slide SLIDE = new Slide("/internal/studio/slide/a/1");

    private final AtomicInteger fetched = new AtomicInteger();
    private volatile SlideDoor door = slide -> SlideArt.png();

    SlideIT() {
        super(new CanaryRoom());
    }

    @Override
    SlideDoor slides() {
        return slide -> {
            fetched.incrementAndGet();
            return door.fetch(slide);
        };
    }

    @Test
    void comesWithinASecondStaysSharpAndIsGoneWithTheGate() {
        programme.show(SLIDE);
        frames(5);
        goOnAir();
        frames(SECOND);
        long shown = frame();
        programme.show(SLIDE);
        frames(2 * SECOND);
        long off = frame();
        programme.goOffAir();
        frames(10);
        goOnAir();
        frames(SECOND);
        end();

        var on = tape.look(SlideArt::isOn);
        assertThat(fetched).as("off air nothing is fetched").hasValue(1);
        assertThat(on.headMap(shown)).doesNotContainValue(true);
        assertThat(on.subMap(shown + SECOND, off)).isNotEmpty().doesNotContainValue(false);
        assertThat(tape.look(picture -> SlideArt.contrast(picture) > 110).subMap(off - SECOND, off))
                .as("stripes of one pixel can be told apart")
                .doesNotContainValue(false);
        assertThat(tape.look(SlideArt::anywhere).tailMap(off + 2))
                .as("neither off air nor when it is on air again")
                .doesNotContainValue(true);
    }

    @Test
    void isTakenOffWithinASecond() {
        goOnAir();
        programme.show(SLIDE);
        frames(SECOND);
        long off = frame();
        programme.takeOffSlide();
        frames(SECOND);
        end();

        assertThat(tape.look(SlideArt::isOn).get(off - 1)).isTrue();
        assertThat(tape.look(SlideArt::anywhere).tailMap(off + 3)).isNotEmpty().doesNotContainValue(true);
    }

    @Test
    void whatComesTooLateForItsTimeOnAirIsNeverShown() throws InterruptedException {
        var under = new CountDownLatch(1);
        var released = new CountDownLatch(1);
        door = slide -> {
            under.countDown();
            awaitUninterrupted(released);
            return SlideArt.png();
        };
        goOnAir();
        programme.show(SLIDE);
        under.await();
        programme.goOffAir();
        frames(5);
        goOnAir();
        released.countDown();
        frames(SECOND);
        end();
        assertThat(seen()).doesNotContainValue(true);
    }

    @Test
    void aSlideThatCannotBeFetchedIsToldToPeople() {
        door = slide -> {
            throw new IOException("404");
        };
        goOnAir();
        programme.show(SLIDE);
        await().atMost(LONG)
                .until(() -> programme.problems().stream()
                        .anyMatch(problem -> problem.code().equals("slide-missing")));
        door = slide -> SlideArt.png();
        programme.show(SLIDE);
        await().atMost(LONG).until(() -> programme.problems().isEmpty());
        frames(5);
        end();
        assertThat(seen()).containsValue(true);
    }

    /// A server that answers although nobody waits any more.
    private static void awaitUninterrupted(CountDownLatch latch) {
        boolean interrupted = false;
        while (latch.getCount() > 0) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private SortedMap<Long, Boolean> seen() {
        return tape.look(SlideArt::anywhere);
    }
}
