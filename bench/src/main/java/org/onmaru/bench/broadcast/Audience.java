package org.onmaru.bench.broadcast;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.onmaru.bench.citizen.Delivered;
import org.onmaru.bench.citizen.LiveEdge;
import org.onmaru.bench.judge.Delays;

/// Citizens who fetch a live programme at its edge, as players do, and decode nothing. A thread each.
final class Audience {

    /// Longer than any part lasts: a second for each, and a minute to find the edge.
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration PATIENCE_PER_PART = Duration.ofSeconds(1);

    /// From when the slowest had its first part until all are taken to be at the edge.
    private static final double SETTLED_MS = 1000;

    /// @param hold how much later than the first viewer each one had the same part, milliseconds
    /// @param parts that everybody was to have
    /// @param failures viewers whose stream broke, each with its reason
    record Watched(Delays hold, int parts, List<String> failures) {}

    private record Place(long msn, int index) {}

    /// When each viewer had a part, Unix milliseconds.
    private final Map<Place, ConcurrentLinkedQueue<Double>> arrivals = new ConcurrentHashMap<>();

    private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
    private final List<Thread> threads = new ArrayList<>();

    private Audience() {}

    /// Everybody watches until each has had that many parts.
    ///
    /// @param authorization for programmes that are not public
    static Watched watch(HttpClient http, URI stream, Optional<String> authorization, int viewers, int parts)
            throws IOException, InterruptedException {
        var audience = new Audience();
        try {
            var done = new CountDownLatch(viewers);
            for (int i = 0; i < viewers; i++) {
                var edge = new LiveEdge(http, stream, authorization, InstantSource.system());
                audience.threads.add(Thread.ofVirtual().start(() -> audience.follow(edge, parts, done)));
            }
            Duration patience = PATIENCE.plus(PATIENCE_PER_PART.multipliedBy(parts));
            if (!done.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException("%d명이 %d초 안에 다 받지 못했습니다 (not all were served in time)"
                        .formatted(done.getCount(), patience.toSeconds()));
            }
            return new Watched(hold(audience.arrivals.values(), viewers), parts, List.copyOf(audience.failures));
        } finally {
            audience.leave();
        }
    }

    private void follow(LiveEdge edge, int parts, CountDownLatch done) {
        var seen = new AtomicInteger();
        try {
            edge.follow(part -> {
                take(part);
                if (seen.incrementAndGet() == parts) {
                    done.countDown();
                    Thread.currentThread().interrupt();
                }
            });
        } catch (IOException e) {
            fail(String.valueOf(e.getMessage()), seen.get() < parts, done);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void fail(String why, boolean early, CountDownLatch done) {
        if (early) {
            failures.add(why);
            done.countDown();
        }
    }

    private void take(Delivered part) {
        arrivals.computeIfAbsent(new Place(part.msn(), part.index()), _ -> new ConcurrentLinkedQueue<>())
                .add(part.arrivedMs());
    }

    private static double earliest(Collection<Double> times) {
        return times.stream().mapToDouble(Double::doubleValue).min().orElse(Double.NaN);
    }

    /// Whoever comes fetches first what is already there; only what came out when all were at the edge counts.
    ///
    /// @param arrivals of each part, Unix milliseconds
    static Delays hold(Collection<? extends Collection<Double>> arrivals, int viewers) {
        double from = arrivals.stream()
                        .filter(times -> times.size() == viewers)
                        .mapToDouble(times -> times.stream()
                                .mapToDouble(Double::doubleValue)
                                .max()
                                .orElse(Double.NaN))
                        .min()
                        .orElse(Double.NaN)
                + SETTLED_MS;
        var hold = new Delays();
        for (var times : arrivals) {
            double first = earliest(times);
            if (first >= from) {
                times.forEach(time -> hold.add(time - first));
            }
        }
        return hold;
    }

    private void leave() throws InterruptedException {
        threads.forEach(Thread::interrupt);
        for (Thread thread : threads) {
            thread.join();
        }
    }
}
