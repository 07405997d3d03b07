package org.onmaru.media.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.onmaru.media.compose.StageComposer;
import org.onmaru.media.compose.Typeface;
import org.onmaru.media.encode.ProgrammeFormat;
import org.onmaru.wire.Event;
import org.onmaru.wire.Gate;
import org.onmaru.wire.Layout;
import org.onmaru.wire.Slate;
import org.onmaru.wire.Stage;

/// A programme in real time beside a room that sends all the while; what it gives out is on the [#tape].
abstract class RunningProgramme {

    static final Duration LONG = Duration.ofSeconds(30);
    static final int SECOND = 30;
    private static final RoomAccess ACCESS = new RoomAccess(URI.create("ws://room"), "secret");

    final AtomicLong ahead = new AtomicLong();
    final OnAirGate gate = new OnAirGate(() -> System.nanoTime() + ahead.get());
    final List<Event.GateMoved> moves = new CopyOnWriteArrayList<>();
    final CanaryRoom room;
    final Tape tape = new Tape();
    Programme programme;
    private boolean ended;

    RunningProgramme(CanaryRoom room) {
        this.room = room;
    }

    /// What the programme gets when it fetches a slide.
    SlideDoor slides() {
        return slide -> new byte[0];
    }

    @BeforeEach
    final void begin() throws IOException {
        programme = Programme.start(new Programme.Begin(
                ProgrammeFormat.STANDARD,
                gate,
                room,
                slides(),
                new StageComposer("여주시 온마루", Typeface.find(null)),
                new Stage(Layout.GRID, "회의", "제1회", ""),
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
    final void end() {
        if (!ended) {
            ended = true;
            programme.close();
        }
    }

    final void goOnAir() {
        int before = moves.size();
        programme.goOnAir(ACCESS);
        await().atMost(LONG).until(() -> moves.size() > before);
        assertThat(moves.getLast().gate()).isEqualTo(Gate.ON_AIR);
    }

    /// That many more pictures are given out.
    final void frames(int more) {
        long until = programme.progress().frames() + more;
        await().atMost(LONG).until(() -> programme.progress().frames() >= until);
    }

    /// Number of the next frame.
    final long frame() {
        var progress = programme.progress();
        return progress.frames() + progress.lateFrames();
    }
}
