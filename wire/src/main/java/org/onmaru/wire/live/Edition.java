package org.onmaru.wire.live;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/// One published state of the media playlist: every added part makes a new one. Immutable.
public final class Edition {

    private final String text;
    private final byte[] body;
    private final Position last;
    private final Position next;
    private final boolean ended;
    private volatile byte @Nullable [] gzip;

    /// @param last newest part it lists
    /// @param next the part that comes next, which the preload hint names
    /// @param ended true when nothing comes any more
    public Edition(String text, Position last, Position next, boolean ended) {
        this.text = text;
        this.body = text.getBytes(StandardCharsets.UTF_8);
        this.last = last;
        this.next = next;
        this.ended = ended;
    }

    public String text() {
        return text;
    }

    /// UTF-8, shared: read only.
    public byte[] body() {
        return body;
    }

    /// The body compressed, made once on first use; shared: read only.
    public byte[] gzip() {
        byte[] made = gzip;
        if (made == null) {
            ByteArrayOutputStream out = new ByteArrayOutputStream(body.length / 4);
            try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
                zip.write(body);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            made = out.toByteArray();
            gzip = made;
        }
        return made;
    }

    public Position last() {
        return last;
    }

    public Position next() {
        return next;
    }

    public boolean ended() {
        return ended;
    }

    /// True when a blocking request for it may be answered with this edition. A part number past the end of a
    /// segment means part 0 of the next one, so it must be *passed*, not only skipped by the hint.
    boolean satisfies(long msn, int part) {
        if (ended) {
            return true;
        }
        return part == LiveRequest.Blocking.WHOLE ? msn < next.msn() : last.compareTo(new Position(msn, part)) >= 0;
    }
}
