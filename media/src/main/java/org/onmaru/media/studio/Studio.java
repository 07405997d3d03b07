package org.onmaru.media.studio;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.onmaru.media.compose.FontMissing;
import org.onmaru.media.compose.StageComposer;
import org.onmaru.media.compose.Typeface;
import org.onmaru.media.encode.ProgrammeFormat;
import org.onmaru.media.programme.OnAirGate;
import org.onmaru.media.programme.Programme;
import org.onmaru.media.programme.RoomAccess;
import org.onmaru.media.programme.RoomDoor;
import org.onmaru.wire.Command;
import org.onmaru.wire.Event;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Obeys a server's commands with one programme, and reports. Commands come one at a time.
final class Studio {

    private static final Logger LOG = LoggerFactory.getLogger(Studio.class);
    private static final Duration LAST_WORDS = Duration.ofSeconds(10);

    /// How a studio's life ended; the process's exit code.
    enum Outcome {
        ENDED(0),
        COULD_NOT_BEGIN(3),
        LIVE_FAILED(4);

        private final int exitCode;

        Outcome(int exitCode) {
            this.exitCode = exitCode;
        }

        int exitCode() {
            return exitCode;
        }
    }

    private final String programmeId;
    private final Path directory;
    private final long reserve;
    private final ServerLink link;
    private final SlideFetch slides;
    private final OnAirGate gate = new OnAirGate(System::nanoTime);
    private final ScheduledExecutorService reporter = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("reporter").daemon(true).factory());
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile Outcome outcome = Outcome.ENDED;
    private @Nullable Programme programme;
    private @Nullable StudioOutputs outputs;

    /// @param reserve bytes of the disk that a recording leaves free
    Studio(URI server, String token, String programmeId, Path directory, long reserve) {
        this.programmeId = programmeId;
        this.directory = directory;
        this.reserve = reserve;
        this.slides = new SlideFetch(server, token);
        this.link = new ServerLink(server, token, this::obey, () -> LOG.info("connected to the server"));
    }

    /// Runs until the programme has ended.
    Outcome run() throws InterruptedException {
        link.start();
        over.await();
        link.flush(LAST_WORDS);
        reporter.shutdownNow();
        link.close();
        return outcome;
    }

    private synchronized void obey(Command command) {
        switch (command) {
            case Command.Begin begin -> begin(begin);
            case Command.GoOnAir(String url, String token) -> {
                if (programme != null) {
                    programme.goOnAir(new RoomAccess(URI.create(url), token));
                }
            }
            case Command.GoOffAir() -> {
                if (programme != null) {
                    programme.goOffAir();
                }
            }
            case Command.RenewLease() -> {
                if (programme != null) {
                    programme.renewLease();
                }
            }
            case Command.ShowStage(var stage) -> {
                if (programme != null) {
                    programme.show(stage);
                }
            }
            case Command.ShowSlate(var slate) -> {
                if (programme != null) {
                    programme.show(slate);
                }
            }
            case Command.ShowSlide(var slide) -> {
                if (programme != null) {
                    programme.show(slide);
                }
            }
            case Command.TakeOffSlide() -> {
                if (programme != null) {
                    programme.takeOffSlide();
                }
            }
            case Command.End() -> end();
        }
    }

    private void begin(Command.Begin begin) {
        if (!begin.programmeId().equals(programmeId)) {
            LOG.warn("told to begin another programme; ignored");
            return;
        }
        try {
            if (programme == null) {
                start(begin);
            } else {
                programme.show(begin.stage());
                programme.show(begin.slate());
            }
            if (outputs != null) {
                link.send(outputs.ready(programmeId));
            }
        } catch (FontMissing e) {
            giveUp(new Event.Problem(FontMissing.CODE, e.ko(), e.en()));
        } catch (IOException e) {
            LOG.error("the programme cannot begin", e);
            giveUp(StudioProblems.cannotBegin(e));
        }
    }

    private void start(Command.Begin begin) throws IOException {
        var composer = new StageComposer(begin.city(), Typeface.find(System.getenv("ONMARU_FONT")));
        var sinks = new StudioOutputs(directory, reserve, link::send, this::liveFailed);
        var running = Programme.start(new Programme.Begin(
                ProgrammeFormat.STANDARD,
                gate,
                RoomDoor.sfu(),
                slides,
                composer,
                begin.stage(),
                begin.slate(),
                sinks,
                link::send,
                Clock.systemUTC()));
        var status = new StatusReport(running, sinks);
        programme = running;
        outputs = sinks;
        var _ = reporter.scheduleAtFixedRate(() -> status.send(link::send), 1, 1, TimeUnit.SECONDS);
    }

    private void giveUp(Event.Problem problem) {
        link.send(problem);
        outcome = Outcome.COULD_NOT_BEGIN;
        over.countDown();
    }

    private void liveFailed() {
        outcome = Outcome.LIVE_FAILED;
        over.countDown();
    }

    private void end() {
        reporter.shutdown();
        if (programme != null && outputs != null) {
            programme.close();
            link.send(outputs.finished());
        } else {
            link.send(new Event.Ended("", 0, 0));
        }
        over.countDown();
    }
}
