package org.onmaru.media.sink;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// The file under one piece of a recording; tests put a failing one in its place.
interface RecordingFile extends AutoCloseable {

    /// Appends all of it and makes it durable. After a failure the file ends where it ended before.
    void append(byte[] bytes) throws IOException;

    /// Removes it, because there is nothing in it.
    void delete() throws IOException;

    @Override
    void close() throws IOException;

    /// A new file; it must not exist.
    static RecordingFile create(Path path) throws IOException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        return new OnDisk(path, channel);
    }

    /// The usual one: fsync after every append.
    record OnDisk(Path path, FileChannel channel) implements RecordingFile {

        @Override
        public void append(byte[] bytes) throws IOException {
            long before = channel.position();
            try {
                ByteBuffer buffer = ByteBuffer.wrap(bytes);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                channel.force(false);
            } catch (IOException e) {
                channel.truncate(before);
                throw e;
            }
        }

        @Override
        public void delete() throws IOException {
            Files.deleteIfExists(path);
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
