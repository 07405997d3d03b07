package org.onmaru.media.source;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The platform threads that decode a room: two for pictures, one for sound. A track stays on one thread, because a
/// decoder has one owner. Whatever a track does, its thread goes on.
final class DecodeThreads implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DecodeThreads.class);

    private final List<ExecutorService> pictures;
    private final ExecutorService sound;
    private final AtomicInteger next = new AtomicInteger();

    DecodeThreads(List<ExecutorService> pictures, ExecutorService sound) {
        this.pictures = pictures;
        this.sound = sound;
    }

    static DecodeThreads start() {
        return new DecodeThreads(
                List.of(thread("decode-picture-1"), thread("decode-picture-2")), thread("decode-sound"));
    }

    private static ExecutorService thread(String name) {
        return Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name(name).factory());
    }

    /// The thread of a new picture track.
    Executor picture() {
        return guarded(pictures.get(Math.floorMod(next.getAndIncrement(), pictures.size())));
    }

    /// The thread of all sound.
    Executor sound() {
        return guarded(sound);
    }

    private static Executor guarded(ExecutorService thread) {
        return work -> {
            try {
                thread.execute(() -> run(work));
            } catch (RejectedExecutionException e) {
                LOG.trace("after the room was closed", e);
            }
        };
    }

    private static void run(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.warn("decoding failed", e);
        }
    }

    /// Lets queued work, the freeing of decoders included, finish by itself.
    @Override
    public void close() {
        pictures.forEach(ExecutorService::shutdown);
        sound.shutdown();
    }
}
