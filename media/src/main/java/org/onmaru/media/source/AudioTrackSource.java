package org.onmaru.media.source;

import java.util.Arrays;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.onmaru.media.compose.Voice;
import org.onmaru.media.ffmpeg.OpusDecoder;
import org.onmaru.media.frame.AccessUnit;
import org.onmaru.media.frame.Codec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One track's sound: units come in on the network thread, are decoded on the audio thread, and are read by the
/// programme's loop. Loss, DTX and mute are silence with ramps.
final class AudioTrackSource implements Voice, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AudioTrackSource.class);

    /// Two seconds of the usual packets; more means that the audio thread is stuck.
    private static final int MOST_QUEUED = 100;
    /// Timestamps that differ less from the expected are the same line: decoders' frames need not match exactly.
    private static final long SAME_LINE = 480;
    /// An error that is not worth seconds of resampling, 100 ms.
    private static final double JUMP = 4800;
    /// When sound comes too late there are holes already: one more is better than many while resampling, 10 ms.
    private static final double HOLE = 480;

    private final String track;
    private final Timeline timeline;
    private final Executor decodeThread;
    private final AtomicInteger queued = new AtomicInteger();
    private final float[] decoded = new float[2 * OpusDecoder.LONGEST];
    private final SoundRing ring = new SoundRing();
    private final DriftControl drift = new DriftControl();
    private @Nullable OpusDecoder decoder;
    private long expected = Long.MIN_VALUE;
    private boolean finishing;
    private volatile boolean closed;
    private long lastTick;
    private boolean reading;
    private boolean starved;

    AudioTrackSource(String track, Timeline timeline, Executor decodeThread) {
        this.track = track;
        this.timeline = timeline;
        this.decodeThread = decodeThread;
    }

    /// Takes a unit; network thread, returns at once.
    void offer(AccessUnit unit) {
        if (closed || queued.get() >= MOST_QUEUED) {
            return;
        }
        timeline.arrived(unit);
        queued.incrementAndGet();
        decodeThread.execute(() -> {
            queued.decrementAndGet();
            decode(unit);
        });
    }

    private void decode(AccessUnit unit) {
        if (closed) {
            return;
        }
        if (decoder == null) {
            decoder = new OpusDecoder();
        }
        int samples = decoder.decode(unit.data(), decoded);
        if (samples == 0) {
            return;
        }
        boolean onLine = !unit.gapBefore() && Math.abs(unit.timestamp() - expected) < SAME_LINE;
        long at = onLine ? expected : unit.timestamp();
        expected = at + samples;
        synchronized (ring) {
            judge(unit, at);
            ring.write(at, decoded, samples);
        }
    }

    /// Whether a unit came in time for the loop, which has read up to the ring's place, or would have.
    private void judge(AccessUnit unit, long at) {
        if (!reading || finishing) {
            return;
        }
        double behind = (ring.placed() ? ring.place() : timeline.soundAt(lastTick)) - at;
        starved |= behind > 0;
        timeline.judged(unit, Math.round(behind * 1e9 / Codec.OPUS.clockRate()), lastTick);
    }

    @Override
    public boolean read(long tickNanos, float[] into) {
        synchronized (ring) {
            lastTick = tickNanos;
            reading = true;
            timeline.settle(tickNanos);
            int samples = into.length / 2;
            if (closed || (ring.silent() && ring.spent())) {
                Arrays.fill(into, 0);
                return false;
            }
            if (finishing) {
                int done = ring.read(into, 0, samples, 1, true);
                Arrays.fill(into, 2 * done, into.length, 0);
                return done > 0;
            }
            double due = timeline.soundAt(tickNanos);
            if (ring.silent() && ring.end() <= due) {
                ring.rest();
                Arrays.fill(into, 0);
                return false;
            }
            play(due, into, samples);
            return true;
        }
    }

    private void play(double due, float[] into, int samples) {
        int done = 0;
        double error = due - ring.place();
        if (!ring.placed() || ring.silent()) {
            settle(Math.round(due));
            error = 0;
        } else if (Math.abs(error) > JUMP || (starved && error < -HOLE)) {
            LOG.debug("sound of {} is {} samples off, jumping", track, Math.round(error));
            done = ring.read(into, 0, samples, 1, true);
            settle(Math.round(due) + done);
            error = 0;
        }
        ring.read(into, done, samples - done, drift.rate(error), false);
    }

    private void settle(long place) {
        ring.moveTo(place);
        drift.reset();
        starved = false;
    }

    /// The track has ended or its owner left: it fades out with the next read.
    void finish() {
        synchronized (ring) {
            finishing = true;
        }
    }

    /// True when nothing more will be heard.
    boolean finished() {
        synchronized (ring) {
            return closed || (finishing && (ring.silent() || ring.spent()));
        }
    }

    /// Silent from now on; the decoder is freed on its thread.
    @Override
    public void close() {
        closed = true;
        synchronized (ring) {
            ring.clear();
        }
        decodeThread.execute(() -> {
            if (decoder != null) {
                decoder.close();
                decoder = null;
            }
        });
    }
}
