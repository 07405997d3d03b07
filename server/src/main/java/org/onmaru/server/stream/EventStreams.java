package org.onmaru.server.stream;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;

/// All readers of one kind of events, and what each of them was told to be.
///
/// @param <T> what is remembered with a reader, e.g. who it is
public final class EventStreams<T> {

    private final Map<EventStream, T> readers = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();
    private final int most;
    private final Duration life;

    /// @param most readers at one time
    /// @param life of one connection
    public EventStreams(int most, Duration life) {
        this.most = most;
        this.life = life;
    }

    /// A new reader; empty when there are too many already.
    public Optional<EventStream> open(T about) {
        if (count.incrementAndGet() > most) {
            count.decrementAndGet();
            return Optional.empty();
        }
        EventStream stream = new EventStream(life);
        readers.put(stream, about);
        stream.start(() -> {
            readers.remove(stream);
            count.decrementAndGet();
        });
        return Optional.of(stream);
    }

    /// Does something for every reader.
    public void each(BiConsumer<EventStream, T> action) {
        readers.forEach(action);
    }

    /// How many readers there are now.
    public int size() {
        return count.get();
    }

    /// Ends all streams.
    public void close() {
        readers.keySet().forEach(EventStream::close);
    }
}
