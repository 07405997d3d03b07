package org.onmaru.media.rtc.transport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one thread that reads the sockets of all rooms of this process and ticks what needs time.
/// Everything a room connection owns is touched on this thread only, so nothing in it needs a lock.
public final class Network {

    /// Something that must be looked after every [#TICK_MILLIS].
    public interface Ticking {
        /// @param now `System.nanoTime()`
        void tick(long now);
    }

    /// How often [Ticking#tick] is called.
    public static final int TICK_MILLIS = 20;

    private static final Logger LOG = LoggerFactory.getLogger(Network.class);
    private static final long TICK_NANOS = TICK_MILLIS * 1_000_000L;

    private final Selector selector;
    private final Thread thread;
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final List<Ticking> ticking = new CopyOnWriteArrayList<>();
    private final AtomicLong surprises = new AtomicLong();
    private long lastTick = System.nanoTime();

    private Network() {
        try {
            selector = Selector.open();
        } catch (IOException e) {
            throw new UncheckedIOException("no selector for the room's sockets", e);
        }
        thread = new Thread(this::run, "rtc-network");
        thread.setDaemon(true);
        thread.start();
    }

    private static final class Holder {
        private static final Network SHARED = new Network();
    }

    /// The process's network; started on first use, never ends.
    public static Network shared() {
        return Holder.SHARED;
    }

    /// Runs a task on the network thread, after those given before.
    public void execute(Runnable task) {
        tasks.add(task);
        selector.wakeup();
    }

    public boolean onThread() {
        return Thread.currentThread() == thread;
    }

    public void add(Ticking one) {
        ticking.add(one);
        selector.wakeup();
    }

    public void remove(Ticking one) {
        ticking.remove(one);
    }

    /// Exceptions that reached the loop; each is a defect, none ends it.
    public long surprises() {
        return surprises.get();
    }

    /// On the network thread: calls `readable` whenever the channel has datagrams.
    void register(DatagramChannel channel, Runnable readable) throws IOException {
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, readable);
    }

    @SuppressWarnings("InfiniteLoopStatement")
    private void run() {
        while (true) {
            try {
                selector.select(this::ready, sleep(System.nanoTime()));
            } catch (IOException e) {
                surprise(e);
            }
            for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
                guarded(task);
            }
            long now = System.nanoTime();
            if (now - lastTick >= TICK_NANOS) {
                lastTick = now;
                for (Ticking one : ticking) {
                    guarded(() -> one.tick(now));
                }
            }
        }
    }

    /// Milliseconds to sleep; 0 means until something happens.
    private long sleep(long now) {
        if (!tasks.isEmpty()) {
            return 1;
        }
        return ticking.isEmpty() ? 0 : Math.max(1, (TICK_NANOS - (now - lastTick)) / 1_000_000);
    }

    private void ready(SelectionKey key) {
        if (key.isValid() && key.attachment() instanceof Runnable readable) {
            guarded(readable);
        }
    }

    private void guarded(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            surprise(e);
        }
    }

    private void surprise(Exception e) {
        if (surprises.incrementAndGet() <= 10) {
            LOG.error("the room network met what it did not expect", e);
        }
    }
}
