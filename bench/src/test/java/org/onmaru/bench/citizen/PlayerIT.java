package org.onmaru.bench.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onmaru.bench.judge.Delays;
import org.onmaru.bench.judge.Ear;
import org.onmaru.bench.judge.Eye;
import org.onmaru.bench.media.Area;
import org.onmaru.bench.media.FrameGrid;
import org.onmaru.bench.media.Signature;
import org.onmaru.media.frame.YuvFrame;
import org.onmaru.media.hls.Origin;

/// The player against the real packager and origin, fed by a real encoder in real time.
class PlayerIT {

    private static final Signature WHO = Signature.of(5);
    private static final int PICTURES = 90;

    @TempDir
    Path directory;

    @Test
    void seesAndHearsWhatIsEncodedAndKnowsHowOldItIs() throws IOException, InterruptedException {
        var watched = new Watched();
        try (var programme = new EncodedProgramme(directory, WHO);
                var origin = Origin.start(programme.packager());
                var http = HttpClient.newHttpClient()) {
            URI stream = URI.create("http://127.0.0.1:%d/%s/index.m3u8"
                    .formatted(origin.port(), programme.packager().instance()));
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
