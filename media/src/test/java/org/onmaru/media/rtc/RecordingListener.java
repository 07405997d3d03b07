package org.onmaru.media.rtc;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.onmaru.media.frame.AccessUnit;

/// Keeps what a room told, for tests to wait on and look at.
public final class RecordingListener implements RoomListener {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition told = lock.newCondition();
    private final Map<String, List<AccessUnit>> units = new ConcurrentHashMap<>();
    private final List<String> ended = new CopyOnWriteArrayList<>();
    private volatile List<RoomParticipant> participants = List.of();
    private volatile List<RoomSpeaker> speakers = List.of();
    private volatile @Nullable String closed;

    @Override
    public void participants(List<RoomParticipant> all) {
        participants = all;
        tell();
    }

    @Override
    public void speakers(List<RoomSpeaker> now) {
        speakers = now;
        tell();
    }

    @Override
    public void media(AccessUnit unit) {
        units.computeIfAbsent(unit.track(), track -> new CopyOnWriteArrayList<>())
                .add(unit);
        tell();
    }

    @Override
    public void ended(String track) {
        ended.add(track);
        tell();
    }

    @Override
    public void closed(String reason) {
        closed = reason;
        tell();
    }

    public List<RoomParticipant> participants() {
        return participants;
    }

    public List<RoomSpeaker> speakers() {
        return speakers;
    }

    public List<AccessUnit> units(String track) {
        return new ArrayList<>(units.getOrDefault(track, List.of()));
    }

    public List<String> ended() {
        return List.copyOf(ended);
    }

    public @Nullable String closed() {
        return closed;
    }

    /// A track of somebody, or null while there is none.
    public RoomParticipant.@Nullable Track track(String identity, RoomParticipant.Source source) {
        return participants.stream()
                .filter(one -> one.identity().equals(identity))
                .flatMap(one -> one.tracks().stream())
                .filter(track -> track.source() == source)
                .findFirst()
                .orElse(null);
    }

    /// Waits until something is so; false when it is not in time.
    public boolean await(Duration within, BooleanSupplier condition) throws InterruptedException {
        long left = within.toNanos();
        lock.lock();
        try {
            while (!condition.getAsBoolean()) {
                if (left <= 0) {
                    return false;
                }
                long slice = Math.min(left, TimeUnit.MILLISECONDS.toNanos(50));
                left -= slice - told.awaitNanos(slice);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    private void tell() {
        lock.lock();
        try {
            told.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
