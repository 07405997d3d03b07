package org.onmaru.media.source;

import java.util.ArrayDeque;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.onmaru.media.compose.PictureSource.Due;
import org.onmaru.media.ffmpeg.Decoded;
import org.onmaru.media.ffmpeg.VideoDecoder;
import org.onmaru.media.frame.AccessUnit;
import org.onmaru.media.frame.Codec;
import org.onmaru.media.frame.FramePool;
import org.onmaru.media.frame.YuvFrame;

/// One track's pictures: units come in on the network thread, are decoded on the track's thread while somebody wants
/// them, and are released to the programme's loop when they are due.
final class VideoTrackSource implements AutoCloseable {

    /// Units waiting for the decoder; beyond them everything is dropped up to the next key frame.
    private static final int MOST_QUEUED = 30;
    /// Pictures waiting to be due: the longest delay plus alignment at 30 frames/s.
    private static final int MOST_WAITING = 16;
    /// A picture this close to the tick is shown with it.
    private static final long EARLY = 8_000_000L;
    /// A picture farther in the future than this has a broken clock and is shown at once.
    private static final long ABSURD = 1_000_000_000L;

    private static final long ASK_AGAIN = 500_000_000L;

    private final Timeline timeline;
    private final Executor decodeThread;
    private final Runnable askKey;
    private final AtomicInteger queued = new AtomicInteger();
    private final FramePool pool = new FramePool(4);
    private final ArrayDeque<Waiting> waiting = new ArrayDeque<>();
    private @Nullable VideoDecoder decoder;
    private @Nullable Codec codec;
    private long askedAt = Long.MIN_VALUE;
    private @Nullable Due current;
    private volatile boolean wanted = true;
    private volatile boolean needKey = true;
    private volatile boolean closed;

    private record Waiting(YuvFrame frame, long timestamp) {}

    /// @param askKey asks the sender for a key frame; called at most twice a second
    VideoTrackSource(Timeline timeline, Executor decodeThread, Runnable askKey) {
        this.timeline = timeline;
        this.decodeThread = decodeThread;
        this.askKey = askKey;
    }

    /// Whether anybody looks. While nobody does nothing is decoded, and afterwards a key frame is needed.
    void wanted(boolean now) {
        if (wanted != now) {
            needKey = true;
            wanted = now;
            timeline.pictureEnded();
        }
    }

    /// Takes a unit; network thread, returns at once.
    void offer(AccessUnit unit) {
        if (closed || !wanted) {
            return;
        }
        timeline.arrived(unit);
        if (queued.get() >= MOST_QUEUED) {
            needKey = true;
            return;
        }
        queued.incrementAndGet();
        decodeThread.execute(() -> {
            queued.decrementAndGet();
            decode(unit);
        });
    }

    private void decode(AccessUnit unit) {
        if (closed || !wanted) {
            return;
        }
        if (unit.key()) {
            needKey = false;
        } else if (needKey || unit.gapBefore()) {
            needKey = true;
            ask(unit.arrivalNanos());
            return;
        }
        switch (decoder(unit.codec()).decode(unit.data(), pool)) {
            case Decoded.Picture(YuvFrame frame) -> put(new Waiting(frame, unit.timestamp()));
            case Decoded.Nothing() -> {}
            case Decoded.Broken(int code) -> {
                // A decoder that has met damage may refuse good pictures later: the key frame gets a new one.
                freeDecoder();
                needKey = true;
                ask(unit.arrivalNanos());
            }
        }
    }

    private VideoDecoder decoder(Codec wantedCodec) {
        VideoDecoder now = decoder;
        if (now == null || codec != wantedCodec) {
            freeDecoder();
            now = new VideoDecoder(wantedCodec);
            decoder = now;
            codec = wantedCodec;
        }
        return now;
    }

    private void freeDecoder() {
        if (decoder != null) {
            decoder.close();
            decoder = null;
        }
    }

    private void ask(long nowNanos) {
        if (askedAt == Long.MIN_VALUE || nowNanos - askedAt >= ASK_AGAIN) {
            askedAt = nowNanos;
            askKey.run();
        }
    }

    private void put(Waiting picture) {
        synchronized (waiting) {
            if (closed) {
                return;
            }
            waiting.addLast(picture);
            if (waiting.size() > MOST_WAITING) {
                pool.give(waiting.removeFirst().frame());
            }
        }
    }

    /// The newest picture due at the tick; the programme's loop only.
    @Nullable
    Due due(long tickNanos) {
        synchronized (waiting) {
            Waiting head = waiting.peekFirst();
            while (head != null && isDue(head, tickNanos)) {
                waiting.removeFirst();
                show(head.frame(), tickNanos);
                head = waiting.peekFirst();
            }
            return current;
        }
    }

    private boolean isDue(Waiting picture, long tickNanos) {
        long wait = timeline.pictureWait(picture.timestamp(), tickNanos);
        return wait <= EARLY || wait > ABSURD;
    }

    private void show(YuvFrame frame, long tickNanos) {
        Due old = current;
        if (old != null) {
            pool.give(old.frame());
        }
        current = new Due(frame, old == null ? 1 : old.number() + 1, tickNanos);
    }

    /// Shows nothing from now on; the decoder is freed on its thread.
    @Override
    public void close() {
        closed = true;
        synchronized (waiting) {
            waiting.clear();
            current = null;
        }
        pool.clear();
        timeline.pictureEnded();
        decodeThread.execute(this::freeDecoder);
    }
}
