package org.onmaru.server.open.citizen;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.onmaru.server.city.administration.WhoseCity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Whose city it is, for pages that must come while the database does not answer: asked for once a minute by one
/// request, and what was last known stays until there is something newer.
@Component
final class CityCard {

    private static final Logger log = LoggerFactory.getLogger(CityCard.class);
    private static final Duration FRESH = Duration.ofMinutes(1);

    private record Known(Optional<WhoseCity.City> city, Instant until) {}

    private final Supplier<WhoseCity.City> ask;
    private final JsonMapper json;
    private final Clock clock;
    private final AtomicReference<Known> known = new AtomicReference<>(new Known(Optional.empty(), Instant.MIN));

    @Autowired
    CityCard(WhoseCity whose, JsonMapper json, Clock clock) {
        this(whose::city, json, clock);
    }

    CityCard(Supplier<WhoseCity.City> ask, JsonMapper json, Clock clock) {
        this.ask = ask;
        this.json = json;
        this.clock = clock;
    }

    /// Empty while it was never known.
    Optional<WhoseCity.City> city() {
        var last = known.get();
        var now = clock.instant();
        if (now.isBefore(last.until) || !known.compareAndSet(last, new Known(last.city, now.plus(FRESH)))) {
            return last.city;
        }
        try {
            var city = Optional.of(ask.get());
            known.set(new Known(city, now.plus(FRESH)));
            return city;
        } catch (DataAccessException e) {
            log.warn("pages say what was last known of the city: {}", e.getMessage());
            return last.city;
        }
    }

    /// As JSON under the name by which the application looks for it.
    Map<String, String> known() {
        return city().map(city -> Map.of("city", json.writeValueAsString(city))).orElse(Map.of());
    }
}
