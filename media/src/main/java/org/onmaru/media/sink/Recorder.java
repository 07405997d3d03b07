package org.onmaru.media.sink;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.onmaru.media.frame.EncodedFormat;
import org.onmaru.media.frame.EncodedPacket;
import org.onmaru.wire.Event;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The recording: own queue, own thread, one piece after another on the disk. While less than the reserve is free it
/// writes nothing, because the database lives on the same disk; when there is room again it begins the next piece. A
/// piece that cannot be written is ended where it is whole, and another is tried. Nothing else ever stops for it.
/// [Recordings#finish] makes the file that people get.
public final class Recorder implements PacketSink {

    private static final Logger log = LoggerFactory.getLogger(Recorder.class);

    /// Eight seconds of packets: longer than a slow disk's fsync.
    private static final int QUEUE = 620;

    /// A person is warned when less than this is left above the reserve: 2 GiB, an hour and a half.
    private static final long LOW = 2L << 30;

    /// A disk with less than this left is full, whatever the reserve.
    private static final long NOTHING = 16L << 20;

    /// Room that must be there above the reserve before recording begins again, so that it does not stop at once.
    private static final long MARGIN = 64L << 20;

    /// Between a failure that is not for want of room and the next try, video ticks.
    private static final long TRY_AGAIN = 30 * EncodedPacket.VIDEO_TICKS;

    private final RecordingDisk disk;
    private final EncodedFormat format;
    private final long reserve;
    private final Consumer<Event.Problem> problems;
    private final PacketQueue queue = new PacketQueue(QUEUE);
    private final Thread thread;
    private volatile long bytes;
    private volatile long durationMs;
    private volatile Event.@Nullable Problem problem;

    // Of the giving thread; the moment is read by the recording thread.
    private boolean keeping;
    private volatile long keepFrom = Long.MAX_VALUE;

    // Of the recording thread.
    private @Nullable RecordingPiece piece;
    private long earlierBytes;
    private long earlierMs;
    private boolean full;
    private boolean failed;
    private long tryAt;

    private Recorder(RecordingDisk disk, EncodedFormat format, long reserve, Consumer<Event.Problem> problems) {
        this.disk = disk;
        this.format = format;
        this.reserve = reserve;
        this.problems = problems;
        thread = Thread.ofPlatform().name("recorder").unstarted(this::run);
    }

    /// Looks at the disk; records from [#keep] on, into the next `recording-NNN.mp4` of a programme.
    ///
    /// @param directory the programme's directory; made if missing
    /// @param reserve bytes of the disk that stay free for others
    /// @param problems told of `recording-behind`, on any thread; what stays wrong is in [#problem]
    public static Recorder open(Path directory, EncodedFormat format, long reserve, Consumer<Event.Problem> problems) {
        return open(RecordingDisk.of(directory), format, reserve, problems);
    }

    static Recorder open(RecordingDisk disk, EncodedFormat format, long reserve, Consumer<Event.Problem> problems) {
        var recorder = new Recorder(disk, format, reserve, problems);
        recorder.look();
        recorder.thread.start();
        return recorder;
    }

    /// The packets from the next key frame on are recorded. Called by the thread that gives the packets.
    public void keep() {
        keeping = true;
    }

    /// What is wrong now: `disk-full`, `recording-failed` or, while nothing is, `disk-low`.
    public Event.@Nullable Problem problem() {
        return problem;
    }

    /// Size of this recorder's pieces so far.
    public long bytes() {
        return bytes;
    }

    /// Length of this recorder's pieces so far, milliseconds; what is not on disk yet is not counted.
    public long durationMs() {
        return durationMs;
    }

    /// Packets waiting to be written; when it only grows, the disk is too slow.
    public int backlog() {
        return queue.size();
    }

    @Override
    public void accept(EncodedPacket packet) {
        if (keeping && keepFrom == Long.MAX_VALUE && joint(packet)) {
            keepFrom = packet.pts();
        }
        if (queue.offer(packet) && keeping) {
            problems.accept(RecordingProblems.behind());
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
        try {
            for (Optional<EncodedPacket> next = queue.take(); next.isPresent(); next = queue.take()) {
                take(next.get());
            }
            end();
        } catch (InterruptedException e) {
            end();
            Thread.currentThread().interrupt();
        }
    }

    /// Pieces begin and end at key frames, which come every two seconds: that is often enough to look at the disk too.
    private void take(EncodedPacket packet) {
        if (joint(packet)) {
            look();
            if (full) {
                end();
            } else if (piece == null && packet.pts() >= keepFrom && packet.pts() >= tryAt) {
                begin(packet);
            }
        }
        var open = piece;
        if (open != null) {
            try {
                open.add(packet);
                count(open);
            } catch (IOException | RuntimeException e) {
                fail(packet, e);
            }
        }
    }

    private static boolean joint(EncodedPacket packet) {
        return packet.kind() == EncodedPacket.Kind.VIDEO && packet.key();
    }

    private void begin(EncodedPacket first) {
        try {
            piece = RecordingPiece.begin(disk, format, first);
        } catch (IOException | RuntimeException e) {
            fail(first, e);
        }
    }

    private void count(RecordingPiece open) {
        if (open.durationMs() > 0 && failed) {
            failed = false;
            look();
        }
        bytes = earlierBytes + open.bytes();
        durationMs = earlierMs + open.durationMs();
    }

    /// Ends the piece, if there is one.
    private void end() {
        var open = piece;
        piece = null;
        if (open == null) {
            return;
        }
        try {
            open.end();
        } catch (IOException | RuntimeException e) {
            log.warn("the end of a piece cannot be written", e);
        }
        close(open);
    }

    private void fail(EncodedPacket at, Exception why) {
        log.error("recording stopped at {} ms", durationMs, why);
        var open = piece;
        piece = null;
        if (open != null) {
            close(open);
        }
        failed = true;
        look();
        if (full) {
            failed = false; // only for want of room
        } else {
            tryAt = at.pts() + TRY_AGAIN;
        }
    }

    private void close(RecordingPiece open) {
        count(open);
        earlierBytes = bytes;
        earlierMs = durationMs;
        try {
            open.close();
        } catch (IOException e) {
            log.warn("a piece of the recording cannot be closed", e);
        }
    }

    /// Is there room? What the disk does not tell stays as it was.
    private void look() {
        try {
            long usable = disk.usable();
            full = usable < (full ? reserve + MARGIN : failed ? Math.max(reserve, NOTHING) : reserve);
            problem = describe(usable);
        } catch (IOException e) {
            log.warn("free space is not known", e);
            problem = describe(Long.MAX_VALUE);
        }
    }

    private Event.@Nullable Problem describe(long usable) {
        if (full) {
            return RecordingProblems.full(reserve);
        }
        if (failed) {
            return RecordingProblems.failed();
        }
        return usable - reserve < LOW ? RecordingProblems.low(usable, reserve) : null;
    }
}
