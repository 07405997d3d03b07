package org.onmaru.server.onair.recording;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/// Reads how long an MP4 file plays from its movie header (ISO/IEC 14496-12, boxes `moov` and `mvhd`).
final class Mp4Length {

    private static final int HEADER = 8;
    private static final int LONG_HEADER = 16;

    private Mp4Length() {}

    /// Milliseconds.
    ///
    /// @throws IOException when the file is no finished MP4
    static long millis(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            Box moov = find(channel, 0, channel.size(), "moov")
                    .orElseThrow(() -> new IOException(file + " has no movie header"));
            Box mvhd = find(channel, moov.from(), moov.to(), "mvhd")
                    .orElseThrow(() -> new IOException(file + " has no movie header"));
            return duration(read(channel, mvhd.from(), 32));
        }
    }

    /// @param from first byte of the content
    private record Box(String type, long from, long to) {}

    private static Optional<Box> find(FileChannel channel, long from, long to, String type) throws IOException {
        long at = from;
        while (at + HEADER <= to) {
            ByteBuffer header = read(channel, at, LONG_HEADER);
            long size = Integer.toUnsignedLong(header.getInt());
            byte[] name = new byte[4];
            header.get(name);
            long content = at + HEADER;
            if (size == 1) {
                size = header.getLong();
                content = at + LONG_HEADER;
            } else if (size == 0) {
                size = to - at;
            }
            if (size < HEADER || at + size > to) {
                return Optional.empty();
            }
            if (new String(name, StandardCharsets.US_ASCII).equals(type)) {
                return Optional.of(new Box(type, content, at + size));
            }
            at += size;
        }
        return Optional.empty();
    }

    private static long duration(ByteBuffer mvhd) throws IOException {
        boolean wide = mvhd.get(0) == 1;
        long scale = Integer.toUnsignedLong(mvhd.getInt(wide ? 20 : 12));
        long length = wide ? mvhd.getLong(24) : Integer.toUnsignedLong(mvhd.getInt(16));
        if (scale == 0) {
            throw new IOException("the movie header has no time scale");
        }
        return Math.round(length * 1000.0 / scale);
    }

    /// Up to this many bytes, zeros behind the end of the file.
    private static ByteBuffer read(FileChannel channel, long at, int bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(bytes);
        while (buffer.hasRemaining() && channel.read(buffer, at + buffer.position()) >= 0) {
            // reads on until full or the end
        }
        return buffer.clear();
    }
}
