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

    /// Sound that keeps coming too late for this long, by its arrivals, is no jitter.
    static final long SLIPPED = 200_000_000L;

    /// Units in time, one after the other, that end a time of lateness.
    private static final int CALM = 5;

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
    private long lateSince = Long.MIN_VALUE;
    private int inTime = CALM;

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

    /// Tells whether a unit of sound came in time. Late ones make everything wait longer from now on, the longer
    /// the later they were. When that does not help for [#SLIPPED], the publisher's sound has slipped: a
    /// microphone that hung goes on later than it was, for good, and a starved one falls ever further behind. Then
    /// the line is anchored anew at this unit, rather than silent until what was measured before is forgotten. A
    /// burst after a pause of the network arrives at once and moves nothing.
    ///
    /// @param behindNanos how long after its time it came; not positive when in time
    synchronized void judged(AccessUnit unit, long behindNanos, long nowNanos) {
        if (behindNanos <= 0) {
            inTime++;
            return;
        }
        rise(behindNanos, nowNanos);
        if (inTime >= CALM) {
            lateSince = unit.arrivalNanos();
        } else if (unit.arrivalNanos() - lateSince >= SLIPPED) {
            sound.forget();
            sound.arrived(unit);
            lateSince = unit.arrivalNanos();
        }
        inTime = 0;
    }

    private void rise(long behindNanos, long nowNanos) {
        if (changed == Long.MIN_VALUE || nowNanos - changed >= RISE_PAUSE) {
            delay = Math.min(MOST_DELAY, delay + Math.clamp(behindNanos + LEAST_RISE / 2, LEAST_RISE, MOST_RISE));
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
