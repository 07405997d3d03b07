package org.onmaru.media.source;

import org.onmaru.media.frame.AccessUnit;
import org.onmaru.media.frame.Codec;

/// When the picture and the sound of one participant are due on the programme's clock, so that what was captured
/// together is seen and heard together. Publishers' clocks differ, so each participant has its own line, anchored at
/// the arrivals. Safe from any thread.
///
/// Due time = capture + transit + delay. Transit is the slower of the two tracks where they can be compared; until
/// both have sender reports they may be seconds apart, and each goes by itself.
final class Timeline {

    /// The delay at the start: one tick of the loop that reads ahead, plus jitter of a good network.
    static final long LEAST_DELAY = 70_000_000L;

    static final long MOST_DELAY = 200_000_000L;

    private static final long RISE = 20_000_000L;
    private static final long RISE_PAUSE = 300_000_000L;
    private static final long FALL = 10_000_000L;
    private static final long FALL_AFTER = 20_000_000_000L;
    /// Tracks of one participant never differ more than this in truth.
    private static final long COMPARABLE = 250_000_000L;

    private final TrackClock sound = new TrackClock(Codec.OPUS.clockRate());
    private final TrackClock picture = new TrackClock(Codec.VP8.clockRate());
    private long delay = LEAST_DELAY;
    private long changed = Long.MIN_VALUE;

    synchronized void arrived(AccessUnit unit) {
        (unit.codec().isVideo() ? picture : sound).arrived(unit);
    }

    /// How long a picture must still wait, nanoseconds; not positive when it is due.
    synchronized long pictureWait(long timestamp, long nowNanos) {
        return picture.known() ? picture.capture(timestamp) + transit(picture, sound) + delay - nowNanos : 0;
    }

    /// Which sample is due at a time, in samples of the track's timestamps.
    synchronized double soundAt(long nanos) {
        return sound.timestampAt(nanos - transit(sound, picture) - delay);
    }

    private static long transit(TrackClock own, TrackClock other) {
        long mine = own.transit();
        if (!other.known()) {
            return mine;
        }
        long theirs = other.transit();
        return Math.abs(mine - theirs) <= COMPARABLE ? Math.max(mine, theirs) : mine;
    }

    /// Sound came after its time: wait longer from now on.
    synchronized void late(long nowNanos) {
        if (changed == Long.MIN_VALUE || nowNanos - changed >= RISE_PAUSE) {
            delay = Math.min(MOST_DELAY, delay + RISE);
            changed = nowNanos;
        }
    }

    /// Called now and then: takes back what is no longer needed.
    synchronized void settle(long nowNanos) {
        if (delay > LEAST_DELAY && nowNanos - changed >= FALL_AFTER) {
            delay = Math.max(LEAST_DELAY, delay - FALL);
            changed = nowNanos;
        }
    }

    /// What is added to the fastest unit's arrival, nanoseconds.
    synchronized long delay() {
        return delay;
    }

    /// The camera is off or its track ended: the sound need not wait for it.
    synchronized void pictureEnded() {
        picture.forget();
    }
}
