package org.onmaru.server.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/// A PostgreSQL that is a child of this process: durable files under one directory, stopped with us.
///
/// Listens on loopback only, with a random password kept beside the files.
public final class EmbeddedPostgres implements AutoCloseable {

    public static final String USER = "onmaru";

    /// Crash recovery after a power cut can take this long.
    private static final Duration START_PATIENCE = Duration.ofMinutes(5);

    private final DirectoryLock lock;
    private final Programs programs;
    private final Cluster cluster;
    private final int port;
    private final Process postmaster;

    private EmbeddedPostgres(DirectoryLock lock, Programs programs, Cluster cluster, int port, Process postmaster) {
        this.lock = lock;
        this.programs = programs;
        this.cluster = cluster;
        this.port = port;
        this.postmaster = postmaster;
    }

    /// Starts the database whose files live in `directory`; makes them when there are none.
    public static EmbeddedPostgres start(Path directory) {
        try {
            Files.createDirectories(directory);
            var home = directory.toRealPath();
            Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx--x--x"));
            var lock = DirectoryLock.take(home);
            try {
                return startLocked(home, lock);
            } catch (IOException | RuntimeException | InterruptedException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PostgresFailure(PostgresFailure.EXIT_NOT_STARTED, "interrupted", e);
        }
    }

    private static EmbeddedPostgres startLocked(Path home, DirectoryLock lock)
            throws IOException, InterruptedException {
        var programs = new Programs(home, Binaries.unpack(home));
        programs.requireReachable();
        var cluster = new Cluster(programs, home);
        cluster.stopOrphan();
        cluster.initialise();
        var port = freePort();
        var postmaster = launch(programs, cluster, port);
        awaitReady(programs, cluster, postmaster);
        return new EmbeddedPostgres(lock, programs, cluster, port, postmaster);
    }

    /// Where the named database is; the database must exist.
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?ApplicationName=onmaru";
    }

    public String jdbcUrl() {
        return jdbcUrl("postgres");
    }

    public String password() {
        try {
            return cluster.password();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The postmaster's process id.
    public long pid() {
        return postmaster.pid();
    }

    /// Stops cleanly: sessions are ended, everything is written.
    @Override
    public void close() {
        try (lock) {
            if (postmaster.isAlive()) {
                programs.run("pg_ctl", "-D", cluster.data().toString(), "-m", "fast", "-w", "-t", "60", "stop");
                postmaster.waitFor(60, TimeUnit.SECONDS);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static Process launch(Programs programs, Cluster cluster, int port)
            throws IOException, InterruptedException {
        var started = new CompletableFuture<Process>();
        // The parent-death signal fires when the *thread* that forked ends: a platform thread waits with the child.
        Thread.ofPlatform().name("postgres").daemon(true).start(() -> {
            try {
                var process = programs.postmaster(arguments(cluster, port));
                started.complete(process);
                process.waitFor();
            } catch (IOException e) {
                started.completeExceptionally(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        try {
            return started.get();
        } catch (ExecutionException e) {
            throw new PostgresFailure(
                    PostgresFailure.EXIT_NOT_STARTED,
                    "내장 데이터베이스 프로그램을 실행하지 못했습니다. / The embedded database's program cannot be run.",
                    e);
        }
    }

    private static List<String> arguments(Cluster cluster, int port) {
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

    private static void awaitReady(Programs programs, Cluster cluster, Process postmaster)
            throws IOException, InterruptedException {
        var end = System.nanoTime() + START_PATIENCE.toNanos();
        while (!isReady(cluster, postmaster)) {
            if (postmaster.waitFor(25, TimeUnit.MILLISECONDS)) {
                throw new PostgresFailure(
                        PostgresFailure.EXIT_NOT_STARTED, programs.explain("postgres", postmaster.exitValue()));
            }
            if (System.nanoTime() - end > 0) {
                postmaster.destroy();
                throw new PostgresFailure(PostgresFailure.EXIT_NOT_STARTED, programs.explain("postgres", 0));
            }
        }
    }

    /// The eighth line of `postmaster.pid` says `ready` when connections are welcome.
    private static boolean isReady(Cluster cluster, Process postmaster) throws IOException {
        var file = cluster.data().resolve("postmaster.pid");
        if (!Files.isReadable(file)) {
            return false;
        }
        var lines = Files.readAllLines(file);
        return lines.size() > 7
                && lines.getFirst().equals(String.valueOf(postmaster.pid()))
                && lines.get(7).strip().equals("ready");
    }
}
