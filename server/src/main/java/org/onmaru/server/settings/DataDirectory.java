package org.onmaru.server.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.onmaru.server.postgres.DirectoryLock;
import org.springframework.stereotype.Component;

/// Everything the server keeps on disk, held by one server at a time.
@Component
public final class DataDirectory implements AutoCloseable {

    private final Path path;
    private final DirectoryLock lock;

    DataDirectory(OnmaruSettings settings) {
        try {
            this.path = Files.createDirectories(settings.data()).toRealPath();
            this.lock = DirectoryLock.take(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path path() {
        return path;
    }

    /// Writes a file under `run/` that only this user may read.
    public Path writeSecret(String name, String content) {
        try {
            var file = Files.createDirectories(path.resolve("run")).resolve(name);
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            return Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The lines of a file under `run/`; none when it is not there.
    public List<String> readSecret(String name) {
        try {
            return Files.readAllLines(path.resolve("run").resolve(name));
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Removes a file under `run/`, if it is there.
    public void forgetSecret(String name) {
        try {
            Files.deleteIfExists(path.resolve("run").resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
