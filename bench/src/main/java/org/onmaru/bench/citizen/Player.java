package org.onmaru.bench.citizen;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.onmaru.media.ffmpeg.FfmpegException;
import org.onmaru.media.ffmpeg.ProgrammeReader;

/// Plays a live programme onto a [Screen] until it is closed. Two threads of its own: one fetches, one decodes. A
/// change of the initialisation section, as after a studio's restart, starts a new decoder; so does the next segment
/// when a decoder gave up.
public final class Player implements AutoCloseable {

    /// Pause before a stream that broke is asked again.
    private static final Duration PAUSE = Duration.ofMillis(300);

    private final LiveEdge edge;
    private final Screen screen;
    private final Thread fetching;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final AtomicReference<String> problem = new AtomicReference<>("");
    private @Nullable Decoding decoding;
    private @Nullable URI init;

    private Player(LiveEdge edge, Screen screen) {
        this.edge = edge;
        this.screen = screen;
        this.fetching = Thread.ofPlatform().name("citizen-fetch").daemon().unstarted(this::run);
    }

    /// Starts playing.
    public static Player play(
            HttpClient http, URI stream, Optional<String> authorization, InstantSource clock, Screen screen) {
        var player = new Player(new LiveEdge(http, stream, authorization, clock), screen);
        player.fetching.start();
        return player;
    }

    /// Why the stream broke last; empty when it never did.
    public String problem() {
        return problem.get();
    }

    private void run() {
        try {
            while (closing.getCount() > 0) {
                try {
                    edge.follow(this::deliver);
                    break;
                } catch (IOException e) {
                    problem.set(String.valueOf(e.getMessage()));
                    if (closing.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                        break;
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            if (decoding != null) {
                decoding.end();
            }
        }
    }

    private void deliver(Delivered part) {
        try {
            Decoding now = decoding;
            boolean recover = now != null && now.broken && part.index() == 0;
            if (now == null || recover || !part.init().equals(init)) {
                if (now != null) {
                    now.end();
                }
                now = new Decoding(edge.bytes(part.init()));
                decoding = now;
                init = part.init();
            }
            now.parts.put(part);
        } catch (IOException e) {
            problem.set(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closing.countDown();
        fetching.interrupt();
        try {
            fetching.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// One decoder for as long as the initialisation section stays the same.
    private final class Decoding {

        private final PartStream parts;
        private final Thread thread;
        private final HoldBackPlayer timing = new HoldBackPlayer();
        private volatile boolean broken;
        private @Nullable Delivered last;
        private long firstPts;

        Decoding(byte[] initSection) {
            parts = new PartStream(initSection);
            thread = Thread.ofPlatform().name("citizen-decode").daemon().start(this::run);
        }

        void end() {
            parts.end();
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private void run() {
            try (var reader = new ProgrammeReader(parts)) {
                for (var piece = reader.next(); piece != null; piece = reader.next()) {
                    switch (piece) {
                        case ProgrammeReader.Picture picture -> show(picture);
                        case ProgrammeReader.Sound sound -> screen.sound(sound.samples());
                    }
                }
            } catch (FfmpegException e) {
                broken = true;
                problem.set(String.valueOf(e.getMessage()));
            }
        }

        private void show(ProgrammeReader.Picture picture) {
            Delivered part = parts.current();
            if (part == null) {
                return;
            }
            if (!part.equals(last)) {
                last = part;
                firstPts = picture.pts();
                timing.arrived(part);
            }
            double intoPartMs = (picture.pts() - firstPts) / 90.0;
            screen.picture(picture.frame(), part.arrivedMs(), timing.shownMs(part, intoPartMs));
        }
    }
}
