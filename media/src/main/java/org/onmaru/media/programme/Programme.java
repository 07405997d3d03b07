package org.onmaru.media.programme;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.onmaru.media.compose.Mixer;
import org.onmaru.media.compose.StageComposer;
import org.onmaru.media.encode.ProgrammeEncoder;
import org.onmaru.media.encode.ProgrammeFormat;
import org.onmaru.media.frame.YuvFrame;
import org.onmaru.media.source.RoomSource;
import org.onmaru.wire.Event;
import org.onmaru.wire.Gate;
import org.onmaru.wire.Slate;
import org.onmaru.wire.Slide;
import org.onmaru.wire.Stage;
import org.onmaru.wire.Tile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One programme from its first frame to its last: thirty times a second one reading of the gate, one picture, one
/// sound, one encode, every output. All of it on one thread, so that nothing of the room waits anywhere while the gate
/// moves.
public final class Programme implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Programme.class);
    private static final long SECOND = 1_000_000_000L;

    private final ProgrammeFormat format;
    private final OnAirGate gate;
    private final RoomKeeper rooms;
    private final SlideKeeper slides;
    private final StageComposer composer;
    private final Mixer mixer = new Mixer();
    private final ProgrammeEncoder encoder;
    private final Outputs outputs;
    private final Consumer<Event> events;
    private final java.time.Clock wall;
    private final TickClock clock;
    private final Thread loop;

    private volatile Stage stage;
    private volatile Slate slate;
    /// Of the last reading, known before anybody is told of it.
    private volatile Gate side = Gate.OFF_AIR;
    private volatile boolean running = true;
    private volatile Event.@Nullable Problem broken;
    private volatile Progress progress = new Progress(Gate.OFF_AIR, List.of(), 0, 0, 0);
    private long generation;
    private boolean kept;
    private long lateFrames;
    private long served;

    /// How it goes.
    ///
    /// @param frames pictures encoded since the start
    /// @param lateFrames ticks without a picture of their own since the start
    /// @param distinctFrames source frames that reached the picture since the start
    public record Progress(Gate gate, List<Tile> tiles, long frames, long lateFrames, long distinctFrames) {}

    private Programme(Begin begin, ProgrammeEncoder encoder) {
        this.format = begin.format();
        this.gate = begin.gate();
        this.composer = begin.composer();
        this.stage = begin.stage();
        this.slate = begin.slate();
        this.outputs = begin.outputs();
        this.events = begin.events();
        this.wall = begin.wall();
        this.encoder = encoder;
        this.clock = TickClock.system(format.framesPerSecond());
        this.rooms = new RoomKeeper(gate, begin.door());
        this.slides = new SlideKeeper(begin.slides());
        this.loop = Thread.ofPlatform().name("programme").unstarted(this::run);
    }

    /// What a programme begins with.
    ///
    /// @param events told of gate moves, on the programme's threads; must return at once
    public record Begin(
            ProgrammeFormat format,
            OnAirGate gate,
            RoomDoor door,
            SlideDoor slides,
            StageComposer composer,
            Stage stage,
            Slate slate,
            Outputs outputs,
            Consumer<Event> events,
            java.time.Clock wall) {}

    /// Opens the encoder and the outputs and starts the loop with the slate.
    ///
    /// @throws IOException when the live output cannot begin
    public static Programme start(Begin begin) throws IOException {
        var encoder = new ProgrammeEncoder(begin.format(), 0, begin.outputs()::accept);
        try {
            begin.outputs().open(encoder.format());
        } catch (IOException e) {
            encoder.close();
            throw e;
        }
        var programme = new Programme(begin, encoder);
        begin.outputs().begin(programme.clock.startedAt(begin.wall()));
        programme.rooms.start();
        programme.loop.start();
        return programme;
    }

    /// Goes on air as soon as the room is entered; when it is already, only keeps the newer word.
    public void goOnAir(RoomAccess access) {
        gate.wish();
        rooms.access(access);
    }

    /// Off air from the very next frame; what was received is gone when this returns.
    public void goOffAir() {
        gate.unwish();
        rooms.leave();
        slides.takeOff();
    }

    public void renewLease() {
        gate.renew();
    }

    public void show(Stage newStage) {
        stage = newStage;
    }

    public void show(Slate newSlate) {
        slate = newSlate;
    }

    /// Shows a slide as soon as it is fetched; off air none is held, so it is ignored.
    public void show(Slide slide) {
        if (side == Gate.ON_AIR) {
            slides.show(slide);
        }
    }

    public void takeOffSlide() {
        slides.takeOff();
    }

    public Progress progress() {
        return progress;
    }

    /// What keeps the room from being seen although it should be, the most urgent first.
    public List<Event.Problem> problems() {
        var problems = new ArrayList<Event.Problem>();
        var picture = broken;
        if (picture != null) {
            problems.add(picture);
        }
        var room = rooms.problem();
        if (room != null) {
            problems.add(room);
        }
        var slide = slides.problem();
        if (slide != null) {
            problems.add(slide);
        }
        return problems;
    }

    private void run() {
        try {
            while (running) {
                serve(clock.await());
            }
        } catch (RuntimeException | Error e) {
            // A loop that stops must not leave a frozen picture behind: the process ends and a new studio goes on.
            LOG.error("the programme's loop failed", e);
            Runtime.getRuntime().halt(70);
        }
    }

    private void serve(TickClock.Tick tick) {
        var reading = gate.read();
        boolean moved = reading.generation() != generation;
        generation = reading.generation();
        side = reading.gate();
        if (moved) {
            announce(reading, tick.frame());
        }
        if (!reading.onAir()) {
            rooms.leave();
            slides.takeOff();
        }
        var room = reading.onAir() ? rooms.current() : null;
        if (room == null) {
            broken = null;
        }
        lateFrames += tick.missed();
        var picture = picture(room, tick.dueNanos());
        for (int i = tick.missed(); i >= 0; i--) {
            encoder.sound(sound(room, tick.dueNanos() - i * SECOND / format.framesPerSecond()));
        }
        encoder.picture(picture, tick.frame(), moved || served == 0);
        served++;
        progress = new Progress(reading.gate(), composer.tiles(), served, lateFrames, composer.distinctFrames());
    }

    private void announce(OnAirGate.Reading reading, long frame) {
        if (reading.onAir() && !kept) {
            kept = true;
            outputs.keep();
        }
        events.accept(new Event.GateMoved(
                reading.gate(), reading.reason(), wall.millis(), frame * 1_000 / format.framesPerSecond()));
    }

    private YuvFrame picture(@Nullable RoomSource room, long dueNanos) {
        if (room != null) {
            var slide = slides.current();
            try {
                var picture = composer.compose(dueNanos, room.scene(stage, slide != null, dueNanos), room, slide);
                broken = null;
                return picture;
            } catch (RuntimeException e) {
                if (broken == null) {
                    LOG.error("composing failed; the slate is shown instead", e);
                    broken = Problems.broken(e.toString());
                }
            }
        }
        return composer.composeSlate(slate);
    }

    private float[] sound(@Nullable RoomSource room, long dueNanos) {
        return room == null
                ? mixer.silence(format.samplesPerFrame())
                : mixer.mix(dueNanos, room.voices(), format.samplesPerFrame());
    }

    /// Ends the programme: off air, last packets out, outputs ended.
    @Override
    public void close() {
        goOffAir();
        running = false;
        try {
            loop.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        rooms.close();
        encoder.close();
        outputs.close();
        composer.close();
    }
}
