package org.onmaru.bench.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onmaru.bench.judge.Delays;
import org.onmaru.bench.judge.Ear;
import org.onmaru.bench.judge.Eye;
import org.onmaru.bench.media.Area;
import org.onmaru.bench.media.AttendeePainter;
import org.onmaru.bench.media.FrameGrid;
import org.onmaru.bench.media.Signature;
import org.onmaru.media.encode.ProgrammeEncoder;
import org.onmaru.media.encode.ProgrammeFormat;
import org.onmaru.media.frame.YuvFrame;
import org.onmaru.media.hls.Origin;
import org.onmaru.media.hls.Packager;

/// The player against the real packager and origin, fed by a real encoder in real time.
class PlayerIT {

    private static final Signature WHO = Signature.of(5);
    private static final int PICTURES = 90;

    @TempDir
    Path directory;

    @Test
    void seesAndHearsWhatIsEncodedAndKnowsHowOldItIs() throws IOException, InterruptedException {
        var watched = new Watched();
        try (var programme = new Programme(directory);
                var origin = Origin.start(programme.packager);
                var http = HttpClient.newHttpClient()) {
            URI stream = URI.create(
                    "http://127.0.0.1:%d/%s/index.m3u8".formatted(origin.port(), programme.packager.instance()));
            try (var player =
                    Player.play(http, stream, Optional.of("Bearer " + origin.key()), InstantSource.system(), watched)) {
                assertThat(watched.enough.await(30, TimeUnit.SECONDS))
                        .as("pictures seen: %d, last problem: %s", watched.glassToPart.count(), player.problem())
                        .isTrue();
            }
        }
        assertThat(watched.wrong).hasValue(0);
        assertThat(watched.heard).containsExactly(WHO);
        // A part is a third of a second, so a frame waits up to that long in it.
        assertThat(watched.glassToPart.percentile(0.5)).isBetween(20.0, 900.0);
        assertThat(watched.glassToCitizen.percentile(0.5)).isBetween(watched.glassToPart.percentile(0.5) + 500, 3000.0);
    }

    /// Encodes attendee five, full size, thirty times a second until closed.
    private static final class Programme implements AutoCloseable {

        private final AttendeePainter painter = new AttendeePainter(WHO, 1280, 720);
        private final ProgrammeEncoder encoder;
        private final Packager packager;
        private final CountDownLatch closing = new CountDownLatch(1);
        private final Thread thread;

        Programme(Path directory) throws IOException {
            var holder = new Packager[1];
            encoder = new ProgrammeEncoder(ProgrammeFormat.STANDARD, 0, packet -> holder[0].accept(packet));
            packager = Packager.open(directory, encoder.format(), problem -> {});
            holder[0] = packager;
            thread = Thread.ofPlatform().name("programme").start(this::run);
        }

        private void run() {
            long began = System.nanoTime();
            packager.begin(Instant.now());
            int perFrame = ProgrammeFormat.STANDARD.samplesPerFrame();
            for (long frame = 0; closing.getCount() > 0; frame++) {
                long due = began + frame * 1_000_000_000L / 30;
                while (System.nanoTime() < due) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                encoder.picture(painter.paint(FrameGrid.code(System.currentTimeMillis())), frame, false);
                encoder.sound(tone(frame * perFrame, perFrame));
            }
        }

        private static float[] tone(long first, int samples) {
            var stereo = new float[2 * samples];
            for (int i = 0; i < samples; i++) {
                double turn = 2 * Math.PI * WHO.toneHertz() * (first + i) / 48_000;
                stereo[2 * i] = Signature.AMPLITUDE * (float) Math.sin(turn);
                stereo[2 * i + 1] = stereo[2 * i];
            }
            return stereo;
        }

        @Override
        public void close() {
            closing.countDown();
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            encoder.close();
            packager.close();
        }
    }

    private static final class Watched implements Screen {

        private final CountDownLatch enough = new CountDownLatch(PICTURES);
        private final Delays glassToPart = new Delays();
        private final Delays glassToCitizen = new Delays();
        private final Set<Signature> heard = new HashSet<>();
        private final Ear ear = new Ear();
        private final AtomicInteger wrong = new AtomicInteger();

        @Override
        public void picture(YuvFrame frame, double fetchableMs, double shownMs) {
            Eye.Sight sight = Eye.look(frame, Area.of(frame));
            if (sight.shows(WHO)) {
                double due = FrameGrid.dueMs(sight.code().getAsInt(), fetchableMs);
                glassToPart.add(fetchableMs - due);
                glassToCitizen.add(shownMs - due);
            } else {
                wrong.incrementAndGet();
            }
            enough.countDown();
        }

        @Override
        public void sound(float[] samples) {
            ear.hear(samples).forEach(heard::addAll);
        }
    }
}
