package org.onmaru.media.sink;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.onmaru.media.ffmpeg.FragmentMuxer;
import org.onmaru.media.frame.EncodedFormat;
import org.onmaru.media.frame.EncodedPacket;
import org.onmaru.wire.Event;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The recording: a fragmented MP4 that is complete up to its last half second at any moment, whatever dies. Own
/// queue, own thread. When the disk is full it ends the file cleanly and says so; nothing else stops.
/// [Recordings#finish] makes the file that people get.
public final class Recorder implements PacketSink {

    private static final Logger log = LoggerFactory.getLogger(Recorder.class);

    /// Eight seconds of packets: longer than a slow disk's fsync.
    private static final int QUEUE = 620;

    private static final long FRAGMENT = EncodedPacket.VIDEO_TICKS / 2;
    private static final int FRAGMENTS_BETWEEN_CHECKS = 20;

    /// Below this the operator is warned: 2 GiB, an hour and a half.
    private static final long LOW = 2L << 30;

    private final Path path;
    private final RecordingFile file;
    private final Consumer<Event.Problem> problems;
    private final FragmentMuxer muxer;
    private final PacketQueue queue = new PacketQueue(QUEUE);
    private final Cutter cutter = new Cutter(FRAGMENT);
    private final Thread thread;
    private volatile long bytes;
    private volatile long durationMs;
    private volatile boolean stopped;

    // Of the recording thread.
    private long recordedBytes;
    private long recordedTicks;
    private int fragments;
    private boolean low;

    private Recorder(Path path, RecordingFile file, EncodedFormat format, Consumer<Event.Problem> problems)
            throws IOException {
        this.path = path;
        this.file = file;
        this.problems = problems;
        this.muxer = new FragmentMuxer(format);
        file.append(muxer.init());
        recordedBytes = muxer.init().length;
        bytes = recordedBytes;
        thread = Thread.ofPlatform().name("recorder").unstarted(this::run);
    }

    /// Begins the next `recording-NNN.mp4` of a programme.
    ///
    /// @param directory the programme's directory; made if missing
    /// @param problems told of `disk-low`, `disk-full`, `recording-failed` and `recording-behind`, on any thread
    /// @throws IOException when not even the beginning can be written
    public static Recorder open(Path directory, EncodedFormat format, Consumer<Event.Problem> problems)
            throws IOException {
        Files.createDirectories(directory);
        Path path = Recordings.nextFile(directory);
        return open(path, RecordingFile.create(path), format, problems);
    }

    static Recorder open(Path path, RecordingFile file, EncodedFormat format, Consumer<Event.Problem> problems)
            throws IOException {
        try {
            Recorder recorder = new Recorder(path, file, format, problems);
            recorder.checkSpace();
            recorder.thread.start();
            return recorder;
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /// The file being written.
    public Path path() {
        return path;
    }

    /// Size of this file so far.
    public long bytes() {
        return bytes;
    }

    /// Length of this file so far, milliseconds; what is not on disk yet is not counted.
    public long durationMs() {
        return durationMs;
    }

    /// Packets waiting to be written; when it only grows, the disk is too slow.
    public int backlog() {
        return queue.size();
    }

    @Override
    public void accept(EncodedPacket packet) {
        if (!stopped && queue.offer(packet)) {
            problems.accept(new Event.Problem(
                    "recording-behind",
                    "디스크가 느려 녹화 일부가 빠졌습니다.",
                    "The disk is too slow; a part of the recording is missing."));
        }
    }

    @Override
    public void close() {
        queue.end();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try (muxer;
                file) {
            for (Optional<EncodedPacket> next = queue.take(); next.isPresent(); next = queue.take()) {
                cutter.add(next.get());
                for (Optional<Cutter.Piece> piece = cutter.next(); piece.isPresent(); piece = cutter.next()) {
                    write(piece.get());
                }
            }
            for (Optional<Cutter.Piece> rest = cutter.rest(); rest.isPresent(); rest = cutter.rest()) {
                write(rest.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException e) {
            stopped = true;
            queue.abandon();
            log.error("recording stopped at {} ms", durationMs, e);
            problems.accept(problem());
        }
    }

    private void write(Cutter.Piece piece) throws IOException {
        piece.video().forEach(muxer::write);
        piece.audio().forEach(muxer::write);
        byte[] fragment = muxer.cut();
        file.append(fragment);
        recordedBytes += fragment.length;
        bytes = recordedBytes;
        recordedTicks += piece.duration();
        durationMs = recordedTicks * 1000 / EncodedPacket.VIDEO_TICKS;
        if (++fragments % FRAGMENTS_BETWEEN_CHECKS == 0) {
            checkSpace();
        }
    }

    private void checkSpace() throws IOException {
        long usable = file.usable();
        if (!low && usable < LOW) {
            low = true;
            problems.accept(new Event.Problem(
                    "disk-low",
                    "녹화 디스크의 남은 공간이 " + (usable >> 20) + " MB입니다. 곧 녹화가 멈출 수 있습니다.",
                    "The recording disk has " + (usable >> 20) + " MB left; recording may stop soon."));
        } else if (usable > 2 * LOW) {
            low = false;
        }
    }

    private Event.Problem problem() {
        try {
            if (file.usable() < (16L << 20)) {
                return new Event.Problem(
                        "disk-full",
                        "디스크가 가득 차서 녹화를 멈췄습니다. 방송은 계속됩니다.",
                        "The disk is full; recording has stopped, the broadcast goes on.");
            }
        } catch (IOException e) {
            log.warn("free space is not known", e);
        }
        return new Event.Problem(
                "recording-failed",
                "녹화 파일에 쓸 수 없어 녹화를 멈췄습니다. 방송은 계속됩니다.",
                "The recording cannot be written and has stopped; the broadcast goes on.");
    }
}
