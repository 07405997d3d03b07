package org.onmaru.server.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.process.RestartPace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The database's process. When it dies unasked another is started on the same port, so that whoever holds its address
/// only has to connect again.
///
/// The signal that ends it with the server fires when the *thread* that started it ends: one platform thread starts
/// each process and waits with it.
final class Postmaster {

    private static final Logger log = LoggerFactory.getLogger(Postmaster.class);

    /// Crash recovery after a power cut can take this long.
    private static final Duration START_PATIENCE = Duration.ofMinutes(5);

    private static final Duration STOP_PATIENCE = Duration.ofSeconds(60);
    /// Whoever was ready for this long has not failed to start.
    private static final Duration GOOD_LIFE = Duration.ofSeconds(10);
    /// So many in a row that died young or never were ready, and another will not help.
    private static final int MOST_FAILURES = 6;

    private final Programs programs;
    private final Cluster cluster;
    private final int port;
    private final Consumer<PostgresFailure> lost;
    private final Thread thread;
    private final CompletableFuture<Boolean> firstReady = new CompletableFuture<>();
    private final CountDownLatch stop = new CountDownLatch(1);
    private volatile @Nullable Process current;

    /// @param lost told when it is given up, on a thread of its own
    Postmaster(Programs programs, Cluster cluster, int port, Consumer<PostgresFailure> lost) {
        this.programs = programs;
        this.cluster = cluster;
        this.port = port;
        this.lost = lost;
        this.thread = Thread.ofPlatform().name("postgres").daemon(true).unstarted(this::supervise);
    }

    /// Starts the first one and waits until connections are welcome.
    ///
    /// @throws PostgresFailure when it cannot start; nothing runs then
    void start() throws InterruptedException {
        thread.start();
        try {
            firstReady.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof PostgresFailure own) {
                throw own;
            }
            throw new PostgresFailure(
                    PostgresFailure.EXIT_NOT_STARTED,
                    "내장 데이터베이스 프로그램을 실행하지 못했습니다. / The embedded database's program cannot be run.",
                    e);
        }
    }

    int port() {
        return port;
    }

    /// The running one's process id, or -1 between two.
    long pid() {
        var process = current;
        return process == null || !process.isAlive() ? -1 : process.pid();
    }

    /// Stops cleanly and starts no other.
    void stop() throws IOException, InterruptedException {
        stop.countDown();
        var end = System.nanoTime() + STOP_PATIENCE.toNanos();
        while (thread.isAlive() && System.nanoTime() < end) {
            if (pid() > 0) {
                programs.exitOf("pg_ctl", "-D", cluster.data().toString(), "-m", "fast", "-w", "-t", "60", "stop");
            }
            thread.join(Duration.ofMillis(100));
        }
    }

    private boolean stopping() {
        return stop.getCount() == 0;
    }

    private void supervise() {
        try {
            var pace = new RestartPace();
            var failures = 0;
            while (!stopping()) {
                var life = live();
                if (stopping()) {
                    return;
                }
                failures = life.compareTo(GOOD_LIFE) >= 0 ? 1 : failures + 1;
                if (failures > MOST_FAILURES) {
                    giveUp();
                    return;
                }
                log.error("the database ended unexpectedly; starting it again on port {} ({})", port, failures);
                stop.await(pace.after(life).toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (IOException | PostgresFailure e) {
            if (!firstReady.completeExceptionally(e)) {
                log.error("the database cannot be started again", e);
                giveUp();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// One process from its start to its end.
    ///
    /// @return how long it was ready
    private Duration live() throws IOException, InterruptedException {
        var process = programs.postmaster(arguments());
        current = process;
        if (!becomesReady(process)) {
            if (!firstReady.isDone()) {
                throw new PostgresFailure(
                        PostgresFailure.EXIT_NOT_STARTED, programs.explain("postgres", code(process)));
            }
            return Duration.ZERO;
        }
        if (!firstReady.complete(true)) {
            log.warn("the database is back on port {}, pid {}", port, process.pid());
        }
        var from = System.nanoTime();
        process.waitFor();
        return Duration.ofNanos(System.nanoTime() - from);
    }

    /// False when it has ended.
    private boolean becomesReady(Process process) throws IOException, InterruptedException {
        var end = System.nanoTime() + START_PATIENCE.toNanos();
        while (!isReady(process)) {
            if (process.waitFor(25, TimeUnit.MILLISECONDS)) {
                return false;
            }
            if (System.nanoTime() - end > 0) {
                process.destroy();
                process.waitFor();
                return false;
            }
        }
        return true;
    }

    private static int code(Process process) {
        return process.isAlive() ? 0 : process.exitValue();
    }

    private void giveUp() {
        String why;
        try {
            why = programs.explain("postgres", 0);
        } catch (IOException e) {
            why = e.toString();
        }
        var failure = new PostgresFailure(
                PostgresFailure.EXIT_LOST,
                "내장 데이터베이스가 거듭 멈춰 서버를 끝냅니다. / The embedded database keeps ending, so the server ends. " + why);
        // Not a daemon as this thread is: the process must not end before whoever is told has said how.
        Thread.ofPlatform().name("postgres-lost").daemon(false).start(() -> lost.accept(failure));
    }

    /// The eighth line of `postmaster.pid` says `ready` when connections are welcome.
    private boolean isReady(Process process) throws IOException {
        var file = cluster.data().resolve("postmaster.pid");
        try {
            var lines = Files.readAllLines(file);
            return lines.size() > 7
                    && lines.getFirst().equals(String.valueOf(process.pid()))
                    && lines.get(7).strip().equals("ready");
        } catch (NoSuchFileException notYet) {
            return false;
        }
    }

    private List<String> arguments() {
        return List.of(
                "-D",
                cluster.data().toString(),
                "-c",
                "port=" + port,
                "-c",
                "listen_addresses=127.0.0.1",
                // no socket file: its path is limited to 107 bytes and nobody uses it
                "-c",
                "unix_socket_directories=",
                "-c",
                "fsync=on",
                "-c",
                "max_connections=120",
                "-c",
                "shared_buffers=128MB",
                "-c",
                "timezone=UTC",
                "-c",
                "log_timezone=UTC");
    }
}
