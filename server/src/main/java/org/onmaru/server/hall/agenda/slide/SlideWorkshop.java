package org.onmaru.server.hall.agenda.slide;

import jakarta.annotation.PreDestroy;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.hall.agenda.slide.draw.DrawMain;
import org.onmaru.server.hall.agenda.slide.draw.DrawOrder;
import org.onmaru.server.hall.agenda.slide.draw.Drawn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// Has pages drawn by a process of its own, one after the other: a file that blows up takes that process with it and
/// nothing else. It is started when the first page is asked for and stays for the next ones, until nobody has asked for
/// some minutes.
@Component
class SlideWorkshop {

    private static final Logger log = LoggerFactory.getLogger(SlideWorkshop.class);
    private static final Duration IDLE = Duration.ofMinutes(5);
    /// More may not wait: each may take as long as one page may.
    private static final int MOST_WAITING = 16;
    /// The process ends by itself this much later than it is ended, for when nobody is left to end it.
    private static final Duration GRACE = Duration.ofSeconds(5);

    private static final long MILLION = 1_000_000;

    private final SlideSettings settings;
    private final Duration mostIdle;
    private final ReentrantLock bench = new ReentrantLock(true);
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("slides").daemon(true).factory());
    private volatile @Nullable Drawer drawer;
    private @Nullable Future<?> idle;

    @Autowired
    SlideWorkshop(SlideSettings settings) {
        this(settings, IDLE);
    }

    /// @param idle how long the process stays for the next page
    SlideWorkshop(SlideSettings settings, Duration idle) {
        this.settings = settings;
        this.mostIdle = idle;
    }

    private record Drawer(Process process, DataOutputStream orders, DataInputStream answers) {

        void end() {
            process.destroyForcibly();
        }
    }

    /// What became of an order.
    sealed interface Outcome {

        record Done(Drawn drawn) implements Outcome {}

        /// Not within the time for one page.
        record TooSlow() implements Outcome {}

        /// The process died of it, for want of memory.
        record TooHeavy() implements Outcome {}

        /// Too many wait already.
        record Busy() implements Outcome {}
    }

    Outcome draw(DrawOrder order) throws IOException {
        if (bench.getQueueLength() >= MOST_WAITING) {
            return new Outcome.Busy();
        }
        bench.lock();
        try {
            return drawn(order, ready());
        } finally {
            bench.unlock();
        }
    }

    private Outcome drawn(DrawOrder order, Drawer now) {
        var late = watch.schedule(now::end, settings.time().toMillis(), TimeUnit.MILLISECONDS);
        try {
            order.write(now.orders);
            return new Outcome.Done(Drawn.read(now.answers));
        } catch (IOException died) {
            now.end();
            drawer = null;
            boolean slow = late.isDone();
            log.warn("a page of {} cannot be drawn: {}", order.file(), slow ? "too slow" : "too heavy");
            return slow ? new Outcome.TooSlow() : new Outcome.TooHeavy();
        } finally {
            late.cancel(false);
            rest();
        }
    }

    private Drawer ready() throws IOException {
        var before = drawer;
        if (before != null && before.process.isAlive()) {
            return before;
        }
        var process = new ProcessBuilder(command())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var now = new Drawer(
                process,
                new DataOutputStream(process.getOutputStream()),
                new DataInputStream(process.getInputStream()));
        drawer = now;
        return now;
    }

    private List<String> command() {
        long most = settings.time().plus(GRACE).toMillis();
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + settings.memory().toMegabytes() + "m",
                "-Xss2m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                DrawMain.class.getName(),
                Long.toString(most),
                Long.toString(settings.pixels() * MILLION));
    }

    private void rest() {
        var before = idle;
        if (before != null) {
            before.cancel(false);
        }
        idle = watch.schedule(this::endIdle, mostIdle.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void endIdle() {
        if (!bench.tryLock()) {
            return; // somebody draws
        }
        try {
            stopDrawer();
        } finally {
            bench.unlock();
        }
    }

    @PreDestroy
    void stop() {
        watch.shutdownNow();
        var now = drawer;
        if (now != null) {
            now.end();
        }
    }

    private void stopDrawer() {
        var now = drawer;
        if (now != null) {
            now.end();
            drawer = null;
        }
    }
}
