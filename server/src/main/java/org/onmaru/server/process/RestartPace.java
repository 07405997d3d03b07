package org.onmaru.server.process;

import java.time.Duration;

/// How long to wait before the next start: at once after a good life, doubling while it keeps dying young.
public final class RestartPace {

    private static final Duration GOOD_LIFE = Duration.ofSeconds(10);
    private static final Duration FIRST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private Duration next = FIRST;

    /// The delay before the start that follows a life of this length.
    public Duration after(Duration life) {
        if (life.compareTo(GOOD_LIFE) >= 0) {
            next = FIRST;
        }
        Duration now = next;
        Duration doubled = now.multipliedBy(2);
        next = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        return now;
    }
}
