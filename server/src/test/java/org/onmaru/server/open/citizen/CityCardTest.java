package org.onmaru.server.open.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.onmaru.server.MovableClock;
import org.onmaru.server.city.administration.WhoseCity;
import org.springframework.dao.DataAccessResourceFailureException;
import tools.jackson.databind.json.JsonMapper;

class CityCardTest {

    private final MovableClock.Hands clock = new MovableClock.Hands(Instant.parse("2026-11-22T23:30:00Z"));
    private final AtomicReference<String> answer = new AtomicReference<>("");
    private final AtomicInteger asked = new AtomicInteger();

    /// An empty answer is a database that is away.
    private final CityCard card = new CityCard(
            () -> {
                asked.incrementAndGet();
                if (answer.get().isEmpty()) {
                    throw new DataAccessResourceFailureException("away");
                }
                return new WhoseCity.City(answer.get(), "City", true, false);
            },
            JsonMapper.shared(),
            clock,
            Runnable::run);

    @Test
    void whatWasLastKnownStaysWhileTheDatabaseIsAway() {
        answer.set("여주시");
        assertThat(card.known())
                .isEqualTo(Map.of("city", "{\"name\":\"여주시\",\"nameEn\":\"City\",\"demo\":true,\"official\":false}"));
        answer.set("");
        clock.advance(Duration.ofHours(1));
        assertThat(card.known())
                .hasEntrySatisfying("city", json -> assertThat(json).contains("여주시"));
        answer.set("여주특례시");
        clock.advance(Duration.ofMinutes(1));
        assertThat(card.known())
                .hasEntrySatisfying("city", json -> assertThat(json).contains("여주특례시"));
    }

    @Test
    void nobodyWaitsForTheDatabase() {
        var waiting = new ArrayDeque<Runnable>();
        var slow = new CityCard(
                () -> new WhoseCity.City(answer.get(), "City", false, true), JsonMapper.shared(), clock, waiting::add);
        answer.set("여주시");
        assertThat(slow.city()).isEmpty();
        assertThat(slow.city()).isEmpty();
        assertThat(waiting).as("asked once").hasSize(1);
        waiting.remove().run();
        assertThat(slow.city().orElseThrow().name()).isEqualTo("여주시");
    }

    @Test
    void oneRequestAMinuteAsks() {
        for (int i = 0; i < 5; i++) {
            assertThat(card.known()).as("never known").isEmpty();
        }
        assertThat(asked).hasValue(1);
        clock.advance(Duration.ofMinutes(1));
        card.known();
        assertThat(asked).hasValue(2);
    }
}
