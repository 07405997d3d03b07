package org.onmaru.server.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Consumer;

/// A PostgreSQL that is a child of this process: durable files under one directory, started again when it dies, stopped
/// with us.
///
/// Listens on loopback only, with a random password kept beside the files.
public final class EmbeddedPostgres implements AutoCloseable {

    public static final String USER = "onmaru";

    private final DirectoryLock lock;
    private final Cluster cluster;
    private final Postmaster postmaster;

    private EmbeddedPostgres(DirectoryLock lock, Cluster cluster, Postmaster postmaster) {
        this.lock = lock;
        this.cluster = cluster;
        this.postmaster = postmaster;
    }

    /// Starts the database whose files live in `directory`; makes them when there are none.
    public static EmbeddedPostgres start(Path directory) {
        return start(directory, failure -> {});
    }

    /// @param lost told when the database keeps dying and is given up; on a thread of its own
    public static EmbeddedPostgres start(Path directory, Consumer<PostgresFailure> lost) {
        try {
            Files.createDirectories(directory);
            var home = directory.toRealPath();
            Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx--x--x"));
            var lock = DirectoryLock.take(home);
            try {
                return startLocked(home, lock, lost);
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

    private static EmbeddedPostgres startLocked(Path home, DirectoryLock lock, Consumer<PostgresFailure> lost)
            throws IOException, InterruptedException {
        var programs = new Programs(home, Binaries.unpack(home));
        programs.requireReachable();
        var cluster = new Cluster(programs, home);
        cluster.stopOrphan();
        cluster.initialise();
        var postmaster = new Postmaster(programs, cluster, freePort(), lost);
        postmaster.start();
        return new EmbeddedPostgres(lock, cluster, postmaster);
    }

    /// Where the named database is; the database must exist.
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + postmaster.port() + "/" + database + "?ApplicationName=onmaru";
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

    /// The postmaster's process id, or -1 while another is being started.
    public long pid() {
        return postmaster.pid();
    }

    /// Stops cleanly: sessions are ended, everything is written.
    @Override
    public void close() {
        try (lock) {
            postmaster.stop();
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
}
