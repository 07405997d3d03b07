package org.onmaru.media.sink;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/// How much of an MP4 file is whole: a killed studio or a full disk leaves half a fragment at the end.
final class Mp4Boxes {

    private static final int HEADER = 16;

    /// What a file has.
    ///
    /// @param bytes where its last whole fragment ends
    /// @param playable true when it has an index and at least some media
    record Whole(long bytes, boolean playable) {}

    private Mp4Boxes() {}

    static Whole measure(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            List<String> seen = new ArrayList<>();
            long size = channel.size();
            long whole = 0;
            long at = 0;
            while (at < size) {
                ByteBuffer header = ByteBuffer.allocate(HEADER);
                while (header.hasRemaining() && channel.read(header, at + header.position()) > 0) {}
                long length = length(header, size - at);
                if (length < 8 || length > size - at) {
                    break;
                }
                at += length;
                String type = new String(header.array(), 4, 4, StandardCharsets.US_ASCII);
                seen.add(type);
                if (!type.equals("moof")) {
                    whole = at;
                }
            }
            return new Whole(whole, seen.contains("moov") && seen.contains("mdat"));
        }
    }

    /// Length of the box, or 0 when its header is not whole.
    private static long length(ByteBuffer header, long left) {
        if (header.position() < 8) {
            return 0;
        }
        long length = header.getInt(0) & 0xffff_ffffL;
        if (length == 1) {
            return header.position() < HEADER ? 0 : header.getLong(8);
        }
        return length == 0 ? left : length;
    }
}
