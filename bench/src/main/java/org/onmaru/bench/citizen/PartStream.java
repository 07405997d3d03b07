package org.onmaru.bench.citizen;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/// Parts, one after the other, as one stream for a demuxer. A read never crosses the border of a part, so whatever the
/// demuxer gave last came from [#current]. One thread puts, another reads.
final class PartStream extends InputStream {

    private record Chunk(byte[] data, @Nullable Delivered part, boolean last) {}

    private final BlockingQueue<Chunk> queue = new LinkedBlockingQueue<>();
    private Chunk chunk = new Chunk(new byte[0], null, false);
    private int position;
    private boolean ended;
    private @Nullable Delivered current;

    /// @param init the bytes that come before all parts
    PartStream(byte[] init) {
        queue.add(new Chunk(init, null, false));
    }

    void put(Delivered part) {
        queue.add(new Chunk(part.data(), part, false));
    }

    /// Nothing more will come.
    void end() {
        queue.add(new Chunk(new byte[0], null, true));
    }

    /// The part that was read from last; null before the first. For the reading thread.
    @Nullable
    Delivered current() {
        return current;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
        while (position == chunk.data().length) {
            if (ended) {
                return -1;
            }
            advance();
        }
        int count = Math.min(length, chunk.data().length - position);
        System.arraycopy(chunk.data(), position, to, offset, count);
        position += count;
        return count;
    }

    private void advance() throws InterruptedIOException {
        try {
            chunk = queue.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for a part");
        }
        position = 0;
        ended = chunk.last();
        if (chunk.part() != null) {
            current = chunk.part();
        }
    }
}
