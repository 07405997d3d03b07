package org.onmaru.server.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.HexFormat;

/// The database files: made once, whole or not at all.
final class Cluster {

    private final Programs programs;
    private final Path home;

    Cluster(Programs programs, Path home) {
        this.programs = programs;
        this.home = home;
    }

    Path data() {
        return home.resolve("data-18");
    }

    String password() throws IOException {
        return Files.readString(home.resolve("password")).strip();
    }

    /// Initialises in a side directory and renames, so an interrupted run never looks initialised.
    void initialise() throws IOException, InterruptedException {
        if (Files.exists(data().resolve("PG_VERSION"))) {
            return;
        }
        var parts = home.resolve("initialising");
        delete(parts);
        var password = home.resolve("password");
        writePassword(password);
        Files.createDirectory(
                parts, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        programs.hand(parts, password);
        programs.run(
                "initdb",
                "-D",
                parts.toString(),
                "-U",
                EmbeddedPostgres.USER,
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "-E",
                "UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--data-checksums",
                "--no-instructions");
        Files.move(parts, data(), StandardCopyOption.ATOMIC_MOVE);
    }

    /// We hold the lock, so a live postmaster is the orphan of a killed server: stop it cleanly.
    void stopOrphan() throws IOException, InterruptedException {
        if (Files.exists(data().resolve("postmaster.pid"))
                && programs.exitOf("pg_ctl", "-D", data().toString(), "status") == 0) {
            programs.run("pg_ctl", "-D", data().toString(), "-m", "fast", "-w", "-t", "60", "stop");
        }
    }

    private static void writePassword(Path file) throws IOException {
        var secret = new byte[24];
        new SecureRandom().nextBytes(secret);
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, HexFormat.of().formatHex(secret) + "\n");
    }

    private static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (var paths = Files.walk(directory)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
