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

    static final long MOST_DELAY = 300_000_000L;

    /// Sound that all came too late for this long, by its arrivals, is no jitter: the publisher's sound has slipped.
    static final long SLIPPED = 200_000_000L;

    private static final long LEAST_RISE = 20_000_000L;
    private static final long MOST_RISE = 80_000_000L;
    private static final long RISE_PAUSE = 100_000_000L;
    private static final long FALL = 10_000_000L;
    private static final long FALL_AFTER = 20_000_000_000L;
    /// Tracks of one participant never differ more than this in truth.
    private static final long COMPARABLE = 250_000_000L;

    private final TrackClock sound = new TrackClock(Codec.OPUS.clockRate());
    private final TrackClock picture = new TrackClock(Codec.VP8.clockRate());
    private long delay = LEAST_DELAY;
    private long changed = Long.MIN_VALUE;
    private long missedSince = Long.MIN_VALUE;

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

    /// Sound came after its time: wait longer from now on, the longer the later it was.
    synchronized void late(long nowNanos, long byNanos) {
        if (changed == Long.MIN_VALUE || nowNanos - changed >= RISE_PAUSE) {
            delay = Math.min(MOST_DELAY, delay + Math.clamp(byNanos + LEAST_RISE / 2, LEAST_RISE, MOST_RISE));
            changed = nowNanos;
        }
    }

    /// A unit of sound could be heard, at least in part.
    synchronized void heard() {
        missedSince = Long.MIN_VALUE;
    }

    /// A whole unit of sound came after its time. A microphone that hung for a moment goes on later than
    /// it was, for good; when nothing has been in time for [#SLIPPED] the line is anchored anew, rather than
    /// silent until what was measured before is forgotten. A burst after a pause of the network arrives at
    /// once and moves nothing.
    synchronized void missed(AccessUnit unit) {
        if (missedSince == Long.MIN_VALUE) {
            missedSince = unit.arrivalNanos();
        } else if (unit.arrivalNanos() - missedSince >= SLIPPED) {
            sound.forget();
            sound.arrived(unit);
            missedSince = Long.MIN_VALUE;
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
