package org.onmaru.media.hls;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.onmaru.media.ffmpeg.FragmentMuxer;
import org.onmaru.media.frame.EncodedFormat;
import org.onmaru.media.frame.EncodedPacket;
import org.onmaru.media.sink.Cutter;
import org.onmaru.media.sink.PacketQueue;
import org.onmaru.media.sink.PacketSink;
import org.onmaru.wire.Event;
import org.onmaru.wire.live.Position;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The live output: packets in, LL-HLS parts, segments and playlists out, first to disk and then to players. Parts of
/// ten frames; a segment begins at every key frame and never lasts longer than the encoder's key frame distance.
/// Muxes on its own thread. [Origin] serves what it publishes.
public final class Packager implements PacketSink {

    private static final Logger log = LoggerFactory.getLogger(Packager.class);

    /// Four seconds of packets.
    private static final int QUEUE = 310;

    private final EncodedFormat format;
    private final Consumer<Event.Problem> problems;
    private final LiveShape shape;
    private final LiveStore store;
    private final LivePlaylist playlist;
    private final FragmentMuxer muxer;
    private final int epoch;
    private final PacketQueue queue = new PacketQueue(QUEUE);
    private final Cutter cutter;
    private final Thread thread;
    private volatile @Nullable Instant zero;
    private volatile boolean endsForGood;
    private volatile Event.@Nullable Problem problem;

    // Of the packaging thread.
    private boolean discontinuity;
    private boolean open;
    private int parts;
    private long segmentStart;

    private Packager(EncodedFormat format, LiveStore store, Consumer<Event.Problem> problems) throws IOException {
        this.format = format;
        this.problems = problems;
        this.store = store;
        shape = LiveShape.of(format);
        cutter = new Cutter(shape.partTicks());
        Optional<LiveStore.Found> found = store.found();
        playlist = new LivePlaylist(shape, found.isEmpty());
        if (found.isPresent()) {
            LiveStore.Found it = found.get();
            for (LiveSegment gone : playlist.restore(it.segments(), it.inits(), it.discontinuities(), it.nextMsn())) {
                store.drop(gone);
            }
        }
        discontinuity = found.map(LiveStore.Found::used).orElse(false);
        epoch = found.map(LiveStore.Found::nextEpoch).orElse(0);
        muxer = new FragmentMuxer(format);
        playlist.init(epoch, muxer.init());
        store.init(epoch, muxer.init());
        thread = Thread.ofPlatform().name("packager").unstarted(this::run);
    }

    /// Begins the live output, or goes on where an earlier studio stopped: same instance, next segment number, new
    /// epoch.
    ///
    /// @param directory holds journal and pieces; for this programme only
    /// @param problems told when live cannot go on
    public static Packager open(Path directory, EncodedFormat format, Consumer<Event.Problem> problems)
            throws IOException {
        LiveStore store = LiveStore.open(directory, boot());
        Packager packager = new Packager(format, store, problems);
        packager.thread.start();
        return packager;
    }

    /// Says what time it is at presentation time 0; once, before the first packet. When that packet comes says nothing:
    /// an encoder that starts slowly would put every EXT-X-PROGRAM-DATE-TIME of the programme as late as itself.
    public void begin(Instant zero) {
        this.zero = zero;
    }

    /// The path element that makes this programme's URLs unique.
    public String instance() {
        return store.instance();
    }

    /// True when the window of an earlier studio was taken up.
    public boolean resumed() {
        return store.found().isPresent();
    }

    /// What is wrong with the live output for as long as this studio lives: it goes on without its journal.
    public Event.@Nullable Problem problem() {
        return problem;
    }

    /// Packets waiting to be written; when it only grows, the disk is too slow.
    public int backlog() {
        return queue.size();
    }

    @Override
    public void accept(EncodedPacket packet) {
        if (zero == null) {
            throw new IllegalStateException("not begun");
        }
        if (queue.offer(packet)) {
            log.warn("live output is behind: dropping to the next key frame");
        }
    }

    /// Publishes what is queued and ends the playlist for good: the programme is over.
    @Override
    public void close() {
        endsForGood = true;
        finish();
    }

    /// Publishes what is queued and stops without ending the playlist: another studio will go on.
    public void suspend() {
        finish();
    }

    EncodedFormat format() {
        return format;
    }

    LiveShape shape() {
        return shape;
    }

    LivePlaylist playlist() {
        return playlist;
    }

    private void finish() {
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
        try (muxer) {
            for (Optional<EncodedPacket> next = queue.take(); next.isPresent(); next = queue.take()) {
                cutter.add(next.get());
                publishPieces();
            }
            for (Optional<Cutter.Piece> rest = cutter.rest(); rest.isPresent(); rest = cutter.rest()) {
                publish(rest.get());
            }
            if (endsForGood) {
                durably(store::end);
                playlist.end();
            }
            durably(store::close);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            queue.abandon();
            log.error("live output failed", e);
            problems.accept(
                    new Event.Problem("live-failed", "실시간 송출이 멈췄습니다. 송출 장치를 다시 시작합니다.", "The live output has failed."));
        }
    }

    private void publishPieces() {
        for (Optional<Cutter.Piece> piece = cutter.next(); piece.isPresent(); piece = cutter.next()) {
            publish(piece.get());
        }
    }

    private void publish(Cutter.Piece piece) {
        if (!open) {
            openSegment(piece);
        }
        piece.video().forEach(muxer::write);
        piece.audio().forEach(muxer::write);
        LivePart part = new LivePart(piece.duration(), piece.key(), muxer.cut());
        boolean last = piece.beforeKey() || piece.beforeGap() || piece.end() - segmentStart >= shape.segmentTicks();
        Position position = new Position(playlist.nextMsn() - 1, parts++);
        durably(() -> store.add(position, part));
        for (LiveSegment gone : playlist.add(part, last)) {
            durably(() -> store.drop(gone));
        }
        open = !last;
        discontinuity = piece.beforeGap();
    }

    private void openSegment(Cutter.Piece piece) {
        Instant start = requireNonNull(zero).plusNanos(piece.start() * 100_000L / (EncodedPacket.VIDEO_TICKS / 10_000));
        long msn = playlist.nextMsn();
        boolean breaks = discontinuity;
        durably(() -> store.open(msn, epoch, breaks, start));
        playlist.open(epoch, breaks, start);
        segmentStart = piece.start();
        parts = 0;
    }

    /// Writes to disk; when that fails, live goes on from memory and a restart begins a new instance.
    private void durably(Writing writing) {
        try {
            writing.write();
        } catch (IOException e) {
            log.warn("live window cannot be kept on disk", e);
            try {
                store.abandon();
            } catch (IOException again) {
                log.error("the journal cannot be removed", again);
            }
            problem = new Event.Problem(
                    "live-not-kept",
                    "디스크에 쓸 수 없어 실시간 송출을 메모리로만 이어 갑니다.",
                    "The disk cannot be written; the live output goes on from memory only.");
        }
    }

    private static String boot() {
        try {
            return Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip();
        } catch (IOException e) {
            return "unknown";
        }
    }

    private interface Writing {
        void write() throws IOException;
    }
}
