package org.onmaru.media.sink;

import java.io.IOException;
import java.util.Optional;
import org.onmaru.media.ffmpeg.FragmentMuxer;
import org.onmaru.media.frame.EncodedFormat;
import org.onmaru.media.frame.EncodedPacket;

/// One `recording-NNN.mp4`: a fragmented MP4 that is complete up to its last half second at any moment, whatever dies.
/// Begins with a key frame. One thread.
final class RecordingPiece {

    private static final long FRAGMENT = EncodedPacket.VIDEO_TICKS / 2;

    private final RecordingFile file;
    private final FragmentMuxer muxer;
    private final Cutter cutter = new Cutter(FRAGMENT);
    private final long start;
    private long bytes;
    private long ticks;

    private RecordingPiece(RecordingFile file, FragmentMuxer muxer, EncodedPacket first) {
        this.file = file;
        this.muxer = muxer;
        this.start = first.pts();
    }

    /// @param first the key frame it begins with, to be added next
    /// @throws IOException when not even the beginning can be written; nothing is left behind then
    static RecordingPiece begin(RecordingDisk disk, EncodedFormat format, EncodedPacket first) throws IOException {
        var muxer = new FragmentMuxer(format);
        try {
            var file = disk.next();
            var piece = new RecordingPiece(file, muxer, first);
            try {
                piece.append(muxer.init());
                return piece;
            } catch (IOException | RuntimeException e) {
                piece.close();
                throw e;
            }
        } catch (IOException | RuntimeException e) {
            muxer.close();
            throw e;
        }
    }

    /// Its size, bytes; 0 while there is nothing to see in it.
    long bytes() {
        return ticks == 0 ? 0 : bytes;
    }

    /// Its length, milliseconds; what is not on disk yet is not counted.
    long durationMs() {
        return ticks * 1000 / EncodedPacket.VIDEO_TICKS;
    }

    /// @throws IOException when it cannot be written; the piece keeps what it had and is to be closed
    void add(EncodedPacket packet) throws IOException {
        if (early(packet)) {
            return;
        }
        cutter.add(packet);
        for (Optional<Cutter.Piece> next = cutter.next(); next.isPresent(); next = cutter.next()) {
            write(next.get());
        }
    }

    /// Sound comes late: some of what was said before the first picture arrives after it, and would be a hole there.
    private boolean early(EncodedPacket packet) {
        return packet.kind() == EncodedPacket.Kind.AUDIO
                && packet.pts() * EncodedPacket.VIDEO_TICKS < start * EncodedPacket.AUDIO_TICKS;
    }

    /// Writes what is left. To be closed afterwards.
    void end() throws IOException {
        for (Optional<Cutter.Piece> rest = cutter.rest(); rest.isPresent(); rest = cutter.rest()) {
            write(rest.get());
        }
    }

    /// Lets go of the file; one that holds nothing is removed.
    void close() throws IOException {
        try (muxer;
                file) {
            if (ticks == 0) {
                file.delete();
            }
        }
    }

    private void write(Cutter.Piece fragment) throws IOException {
        fragment.video().forEach(muxer::write);
        fragment.audio().forEach(muxer::write);
        append(muxer.cut());
        ticks += fragment.duration();
    }

    private void append(byte[] fragment) throws IOException {
        file.append(fragment);
        bytes += fragment.length;
    }
}
