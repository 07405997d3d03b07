package org.onmaru.server.postgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// One process per data directory. The kernel drops the lock when the process dies, so it is never stale.
public final class DirectoryLock implements AutoCloseable {

    private final FileChannel channel;

    private DirectoryLock(FileChannel channel) {
        this.channel = channel;
    }

    /// Takes the lock or refuses with [PostgresFailure].
    public static DirectoryLock take(Path directory) throws IOException {
        var channel = FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return new DirectoryLock(channel);
            }
        } catch (OverlappingFileLockException inThisProcess) {
            // the same answer as for another process
        }
        channel.close();
        throw new PostgresFailure(
                PostgresFailure.EXIT_IN_USE,
                "다른 온마루 서버가 이미 이 자료 폴더를 쓰고 있습니다: " + directory
                        + " / Another Onmaru server already uses this data directory.");
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
