package org.onmaru.media.sink;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.onmaru.media.frame.EncodedPacket;

/// Between the encoder's thread and an output's own thread. Never blocks the encoder: when full it drops everything
/// up to the next key frame that finds it at most half full.
public final class PacketQueue {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final ArrayDeque<EncodedPacket> packets = new ArrayDeque<>();
    private final int capacity;
    private boolean dropping;
    private boolean ended;
    private long dropped;

    /// @param capacity packets of both kinds; one second is about 77
    public PacketQueue(int capacity) {
        this.capacity = capacity;
    }

    /// Queues a packet or drops it.
    ///
    /// @return true when this packet is the first one dropped in a row
    public boolean offer(EncodedPacket packet) {
        lock.lock();
        try {
            if (ended) {
                return false;
            }
            boolean was = dropping;
            boolean fresh = packet.kind() == EncodedPacket.Kind.VIDEO && packet.key();
            if (dropping) {
                dropping = !fresh || packets.size() > capacity / 2;
            } else {
                dropping = packets.size() >= capacity;
            }
            if (dropping) {
                dropped++;
                return !was;
            }
            packets.add(packet);
            changed.signal();
            return false;
        } finally {
            lock.unlock();
        }
    }

    /// The next packet; waits for it. Empty after [#end], when all is taken.
    public Optional<EncodedPacket> take() throws InterruptedException {
        lock.lock();
        try {
            while (packets.isEmpty() && !ended) {
                changed.await();
            }
            return Optional.ofNullable(packets.poll());
        } finally {
            lock.unlock();
        }
    }

    /// Packets waiting.
    public int size() {
        lock.lock();
        try {
            return packets.size();
        } finally {
            lock.unlock();
        }
    }

    /// Nothing more comes.
    public void end() {
        lock.lock();
        try {
            ended = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Nothing more is taken: forgets what waits.
    public void abandon() {
        lock.lock();
        try {
            ended = true;
            packets.clear();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Packets dropped so far.
    public long dropped() {
        lock.lock();
        try {
            return dropped;
        } finally {
            lock.unlock();
        }
    }
}
