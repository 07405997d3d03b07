package org.onmaru.media.programme;

import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.onmaru.media.source.RoomSource;
import org.onmaru.wire.Event;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the programme in the room while the gate wants it there, and out of it otherwise. Leaving takes effect at
/// once: whatever was received in a stay is unreachable from then on, and the next stay begins with nothing.
///
/// Entering blocks, so it happens on a thread of its own; the loop only ever looks at [#current].
final class RoomKeeper implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RoomKeeper.class);
    private static final long LOOK_MS = 50;
    private static final long FIRST_PAUSE_MS = 200;
    private static final long LONGEST_PAUSE_MS = 2_000;
    /// One failed attempt is no news; after this many a person is told.
    private static final int FAILURES_TO_TELL = 3;

    private final OnAirGate gate;
    private final RoomDoor door;
    private final Semaphore woken = new Semaphore(0);
    private final Thread thread;
    private @Nullable RoomAccess access;
    private volatile @Nullable Stay current;
    private volatile Event.@Nullable Problem problem;
    private volatile boolean closed;

    /// One stay in the room.
    record Stay(RoomSource source, RoomDoor.Entered room) {}

    RoomKeeper(OnAirGate gate, RoomDoor door) {
        this.gate = gate;
        this.door = door;
        this.thread = Thread.ofPlatform().name("room-keeper").daemon(true).unstarted(this::keep);
    }

    void start() {
        thread.start();
    }

    /// The newest word that lets the studio in; a stay that stands is not disturbed.
    synchronized void access(RoomAccess newest) {
        access = newest;
        woken.release();
    }

    /// What the room shows and says, or null when the studio is not in it.
    @Nullable
    RoomSource current() {
        var stay = current;
        return stay == null ? null : stay.source();
    }

    /// Why the studio is not in the room although it should be; null when there is nothing to tell.
    Event.@Nullable Problem problem() {
        return problem;
    }

    /// Leaves now. From the return of this call nothing of the stay can be reached.
    void leave() {
        Stay stay;
        synchronized (this) {
            gate.room(false);
            stay = current;
            current = null;
        }
        if (stay != null) {
            woken.release();
            Thread.ofVirtual().start(() -> end(stay));
        }
    }

    private static void end(Stay stay) {
        stay.source().close();
        stay.room().close();
    }

    private void keep() {
        long pause = FIRST_PAUSE_MS;
        int failures = 0;
        while (!closed) {
            var stay = current;
            if (stay != null && stay.source().lost()) {
                leave();
            }
            var wanted = current == null && gate.wantsRoom() ? wantedAccess() : null;
            if (wanted == null) {
                pause = FIRST_PAUSE_MS;
                failures = 0;
                problem = null;
                rest(LOOK_MS);
                continue;
            }
            try {
                enter(wanted);
            } catch (IOException e) {
                LOG.info("the room cannot be entered: {}", e.getMessage());
                if (++failures >= FAILURES_TO_TELL) {
                    problem = Problems.roomLost();
                }
                rest(pause);
                pause = Math.min(LONGEST_PAUSE_MS, pause * 2);
            }
        }
    }

    private synchronized @Nullable RoomAccess wantedAccess() {
        return access;
    }

    private void enter(RoomAccess wanted) throws IOException {
        var source = new RoomSource();
        var room = door.enter(wanted, source);
        source.attach(room);
        var stay = new Stay(source, room);
        synchronized (this) {
            if (!closed && gate.wantsRoom()) {
                current = stay;
                gate.room(true);
                return;
            }
        }
        end(stay);
    }

    private void rest(long millis) {
        try {
            if (woken.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
                woken.drainPermits();
            }
        } catch (InterruptedException e) {
            closed = true;
        }
    }

    @Override
    public void close() {
        closed = true;
        leave();
        thread.interrupt();
    }
}
