package org.onmaru.server.stream;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// One reader of server-sent events.
///
/// Each event name has one slot holding its latest value, because every event here is a whole state: a slow reader
/// skips states, and costs no more memory than a fast one. Writing happens on a virtual thread of its own.
public final class EventStream {

    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private final SseEmitter emitter;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final Map<String, String> pending = new LinkedHashMap<>();
    private boolean closed;

    /// @param life after which the browser has to come again, and is judged again
    EventStream(Duration life) {
        emitter = new SseEmitter(life.toMillis());
        emitter.onCompletion(this::close);
        emitter.onTimeout(this::close);
        emitter.onError(error -> close());
    }

    /// Begins to write.
    ///
    /// @param onEnd called once, when nothing will be written any more
    void start(Runnable onEnd) {
        Thread.ofVirtual().name("events").start(() -> {
            try {
                write();
            } finally {
                onEnd.run();
            }
        });
    }

    /// What the controller returns.
    public SseEmitter emitter() {
        return emitter;
    }

    /// Puts the latest state under this name; never blocks.
    ///
    /// @param json one line
    public void offer(String name, String json) {
        lock.lock();
        try {
            pending.remove(name);
            pending.put(name, json);
            news.signal();
        } finally {
            lock.unlock();
        }
    }

    /// Ends the stream; the browser will come again by itself.
    public void close() {
        lock.lock();
        try {
            closed = true;
            news.signal();
        } finally {
            lock.unlock();
        }
    }

    private void write() {
        try {
            boolean open = true;
            while (open) {
                open = writeOnce();
            }
            emitter.complete();
        } catch (IOException | IllegalStateException e) {
            emitter.completeWithError(e); // the reader left
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            emitter.complete();
        }
    }

    private boolean writeOnce() throws IOException, InterruptedException {
        Map<String, String> now = take();
        if (now.isEmpty()) {
            boolean ended = ended();
            if (!ended) {
                emitter.send(SseEmitter.event().comment("heartbeat"));
            }
            return !ended;
        }
        for (Map.Entry<String, String> one : now.entrySet()) {
            emitter.send(SseEmitter.event().name(one.getKey()).data(one.getValue(), MediaType.APPLICATION_JSON));
        }
        return true;
    }

    private boolean ended() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    /// Waits for news; empty when it is time for a heartbeat or the end.
    private Map<String, String> take() throws InterruptedException {
        lock.lock();
        try {
            long left = HEARTBEAT.toNanos();
            while (pending.isEmpty() && !closed && left > 0) {
                left = news.awaitNanos(left);
            }
            Map<String, String> taken = closed ? Map.of() : new LinkedHashMap<>(pending);
            pending.clear();
            return taken;
        } finally {
            lock.unlock();
        }
    }
}
