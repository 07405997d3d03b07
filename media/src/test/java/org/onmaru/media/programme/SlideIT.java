package org.onmaru.media.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onmaru.media.compose.SlideArt;
import org.onmaru.media.compose.StageComposer;
import org.onmaru.media.compose.Typeface;
import org.onmaru.media.encode.ProgrammeFormat;
import org.onmaru.wire.Event;
import org.onmaru.wire.Gate;
import org.onmaru.wire.Layout;
import org.onmaru.wire.Slate;
import org.onmaru.wire.Slide;
import org.onmaru.wire.Stage;

/// A slide from the command to the encoded programme, which is decoded and looked at as a player would.
class SlideIT {

    private static final RoomAccess ACCESS = new RoomAccess(URI.create("ws://room"), "secret");
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Slide SLIDE = new Slide("/internal/studio/slide/a/1");
    private static final int SECOND = 30;

    private final OnAirGate gate = new OnAirGate(System::nanoTime);
    private final List<Event.GateMoved> moves = new CopyOnWriteArrayList<>();
    private final Tape tape = new Tape();
    private final AtomicInteger fetched = new AtomicInteger();
    private volatile SlideDoor door = slide -> SlideArt.png();
    private Programme programme;
    private boolean ended;

    @BeforeEach
    void begin() throws IOException {
        programme = Programme.start(new Programme.Begin(
                ProgrammeFormat.STANDARD,
                gate,
                new CanaryRoom(),
                slide -> {
                    fetched.incrementAndGet();
                    return door.fetch(slide);
                },
                new StageComposer("여주시 온마루", Typeface.find(null)),
                new Stage(Layout.GRID, "회의", "제1회"),
                new Slate("회의", "비공개 진행 중"),
                tape,
                event -> {
                    if (event instanceof Event.GateMoved moved) {
                        moves.add(moved);
                    }
                },
                Clock.systemUTC()));
    }

    @AfterEach
    void end() {
        if (!ended) {
            ended = true;
            programme.close();
        }
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

    /// Number of the next frame.
    private long frame() {
        var progress = programme.progress();
        return progress.frames() + progress.lateFrames();
    }

    private SortedMap<Long, Boolean> seen() {
        return tape.look(SlideArt::anywhere);
    }

    private void goOnAir() {
        int before = moves.size();
        programme.goOnAir(ACCESS);
        await().atMost(LONG).until(() -> moves.size() > before);
        assertThat(moves.getLast().gate()).isEqualTo(Gate.ON_AIR);
    }

    private void frames(int more) {
        long until = programme.progress().frames() + more;
        await().atMost(LONG).until(() -> programme.progress().frames() >= until);
    }
}
