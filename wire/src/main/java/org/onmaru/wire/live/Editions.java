package org.onmaru.wire.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The playlist over time and everybody who waits for its next state. One writer publishes; any number of (virtual)
/// threads wait on one condition. A blocking URL is always answered with the *first* edition that satisfies it, so
/// that it has one body for as long as caches may keep it.
public final class Editions {

    /// Parts a request may be ahead of the newest one: three seconds of 333 ms parts.
    private static final int ADVANCE_PARTS = 9;

    private static final int ADVANCE_SEGMENTS = 2;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<Edition> history = new ArrayList<>();
    private final long holdNanos;
    private final int kept;
    private boolean fromTheStart;
    private boolean stale;

    /// @param hold how long a request is held before 503: three target durations
    /// @param kept editions remembered; caches keep answers for a minute, so at least a minute's worth
    /// @param fromTheStart true when the first published edition is the first of the stream ever
    public Editions(Duration hold, int kept, boolean fromTheStart) {
        this.holdNanos = hold.toNanos();
        this.kept = kept;
        this.fromTheStart = fromTheStart;
    }

    /// Makes an edition current and lets everybody go who waited for it.
    public void publish(Edition edition) {
        lock.lock();
        try {
            stale = false;
            Edition newest = newest();
            if (newest == null || !newest.text().equals(edition.text())) {
                history.add(edition);
            }
            if (history.size() > kept) {
                history.removeFirst();
                fromTheStart = false;
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// The source is lost: what is here may be old. Plain requests wait until the next [#publish].
    public void stale() {
        lock.lock();
        try {
            Edition newest = newest();
            stale = newest == null || !newest.ended();
        } finally {
            lock.unlock();
        }
    }

    /// The newest edition, stale or not; null before the first.
    public @Nullable Edition current() {
        lock.lock();
        try {
            return newest();
        } finally {
            lock.unlock();
        }
    }

    /// The newest playlist; waits for the first one, and while the source is lost.
    public Answer plain() throws InterruptedException {
        lock.lock();
        try {
            Edition edition = await(newest -> !stale);
            return edition == null ? new Answer.TimedOut() : new Answer.Found(edition, false);
        } finally {
            lock.unlock();
        }
    }

    /// The first playlist that has the part, or the whole segment when `part` is [LiveRequest.Blocking#WHOLE].
    public Answer blocking(long msn, int part) throws InterruptedException {
        lock.lock();
        try {
            Edition known = await(_ -> true);
            if (known != null && tooFar(known, msn, part)) {
                return new Answer.TooFar();
            }
            if (known == null || await(newest -> newest.satisfies(msn, part)) == null) {
                return new Answer.TimedOut();
            }
            return first(msn, part);
        } finally {
            lock.unlock();
        }
    }

    /// Waits until a part is listed, if it is the one hinted now.
    ///
    /// @return whether it has been listed; its body may be gone or, after a restart, never have been made
    public Listed part(Position position) throws InterruptedException {
        lock.lock();
        try {
            Edition now = newest();
            if (now == null || (!passed(now, position) && !position.equals(now.next()))) {
                return Listed.NEVER;
            }
            return await(newest -> passed(newest, position)) == null ? Listed.TIMED_OUT : Listed.YES;
        } finally {
            lock.unlock();
        }
    }

    /// What became of waiting for a part.
    public enum Listed {
        YES,
        NEVER,
        TIMED_OUT
    }

    private static boolean passed(Edition edition, Position position) {
        return edition.ended() || edition.next().compareTo(position) > 0;
    }

    private static boolean tooFar(Edition newest, long msn, int part) {
        Position next = newest.next();
        long lastSegment = next.part() == 0 ? next.msn() - 1 : next.msn();
        if (msn > lastSegment + ADVANCE_SEGMENTS) {
            return true;
        }
        int reached = msn == next.msn() ? next.part() : 0;
        return msn >= next.msn() && part > reached + ADVANCE_PARTS;
    }

    private Answer first(long msn, int part) {
        int index = history.size() - 1;
        while (index > 0 && history.get(index - 1).satisfies(msn, part)) {
            index--;
        }
        boolean lasting = index > 0 || fromTheStart;
        return new Answer.Found(lasting ? history.get(index) : history.getLast(), lasting);
    }

    /// Waits for a newest edition that passes; null when the time is over. Called with the lock held.
    private @Nullable Edition await(Predicate<Edition> enough) throws InterruptedException {
        long left = holdNanos;
        while (true) {
            Edition newest = newest();
            if (newest != null && enough.test(newest)) {
                return newest;
            }
            if (left <= 0) {
                return null;
            }
            left = changed.awaitNanos(left);
        }
    }

    private @Nullable Edition newest() {
        return history.isEmpty() ? null : history.getLast();
    }
}
