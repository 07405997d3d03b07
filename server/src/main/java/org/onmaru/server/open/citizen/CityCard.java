package org.onmaru.server.open.citizen;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.onmaru.server.city.administration.WhoseCity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import tools.jackson.databind.json.JsonMapper;

/// Whose city it is, for pages that must come while the database does not answer, or takes for ever to: nobody who
/// asks waits for it. It is asked for anew once a minute, and what was last known stays until there is something newer.
@Component
final class CityCard {

    private static final Logger log = LoggerFactory.getLogger(CityCard.class);
    private static final Duration FRESH = Duration.ofMinutes(1);

    private record Known(Optional<WhoseCity.City> city, Instant until) {}

    private final Supplier<WhoseCity.City> ask;
    private final JsonMapper json;
    private final Clock clock;
    private final Executor beside;
    private final AtomicReference<Known> known = new AtomicReference<>(new Known(Optional.empty(), Instant.MIN));

    @Autowired
    CityCard(WhoseCity whose, JsonMapper json, Clock clock) {
        this(
                whose::city,
                json,
                clock,
                task -> Thread.ofVirtual().name("city-card").start(task));
    }

    /// @param beside runs what may take long
    CityCard(Supplier<WhoseCity.City> ask, JsonMapper json, Clock clock, Executor beside) {
        this.ask = ask;
        this.json = json;
        this.clock = clock;
        this.beside = beside;
    }

    @EventListener(ApplicationReadyEvent.class)
    void learn() {
        try {
            known.set(new Known(Optional.of(ask.get()), clock.instant().plus(FRESH)));
        } catch (DataAccessException | TransactionException e) {
            log.warn("pages say what was last known of the city: {}", e.getMessage());
        }
    }

    /// Empty while it was never known.
    Optional<WhoseCity.City> city() {
        var last = known.get();
        var now = clock.instant();
        if (!now.isBefore(last.until) && known.compareAndSet(last, new Known(last.city, now.plus(FRESH)))) {
            beside.execute(this::learn);
        }
        return known.get().city;
    }

    /// As JSON under the name by which the application looks for it.
    Map<String, String> known() {
        return city().map(city -> Map.of("city", json.writeValueAsString(city))).orElse(Map.of());
    }
}
