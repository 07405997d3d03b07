package org.onmaru.server.open.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.onmaru.server.MovableClock;
import org.springframework.dao.DataAccessResourceFailureException;

class LastKnownTest {

    private final MovableClock.Hands clock = new MovableClock.Hands(Instant.parse("2026-11-22T23:30:00Z"));
    private final AtomicReference<String> answer = new AtomicReference<>("");
    private final AtomicInteger asked = new AtomicInteger();

    /// An empty answer is a database that is away.
    private final LastKnown<String> city = new LastKnown<>(
            "city",
            () -> {
                asked.incrementAndGet();
                if (answer.get().isEmpty()) {
                    throw new DataAccessResourceFailureException("away");
                }
                return answer.get();
            },
            clock,
            Runnable::run);

    @Test
    void whatWasLastKnownStaysWhileTheDatabaseIsAway() {
        answer.set("여주시");
        assertThat(city.get()).hasValue("여주시");
        answer.set("");
        clock.advance(Duration.ofHours(1));
        assertThat(city.get()).hasValue("여주시");
        answer.set("여주특례시");
        clock.advance(Duration.ofMinutes(1));
        assertThat(city.get()).hasValue("여주특례시");
    }

    @Test
    void nobodyWaitsForTheDatabase() {
        var waiting = new ArrayDeque<Runnable>();
        var slow = new LastKnown<>("city", answer::get, clock, waiting::add);
        answer.set("여주시");
        assertThat(slow.get()).isEmpty();
        assertThat(slow.get()).isEmpty();
        assertThat(waiting).as("asked once").hasSize(1);
        waiting.remove().run();
        assertThat(slow.get()).hasValue("여주시");
    }

    @Test
    void oneRequestAMinuteAsks() {
        for (int i = 0; i < 5; i++) {
            assertThat(city.get()).as("never known").isEmpty();
        }
        assertThat(asked).hasValue(1);
        clock.advance(Duration.ofMinutes(1));
        city.get();
        assertThat(asked).hasValue(2);
    }
}
