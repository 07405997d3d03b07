package org.onmaru.server.open.citizen;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
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

    private record Known(Map<String, String> card, Instant until) {}

    private final Supplier<String> ask;
    private final Clock clock;
    private final AtomicReference<Known> known = new AtomicReference<>(new Known(Map.of(), Instant.MIN));

    @Autowired
    CityCard(WhoseCity whose, JsonMapper json, Clock clock) {
        this(() -> json.writeValueAsString(whose.city()), clock);
    }

    /// @param ask for it as JSON
    CityCard(Supplier<String> ask, Clock clock) {
        this.ask = ask;
        this.clock = clock;
    }

    /// JSON under the name by which the application looks for it; empty while it was never known.
    Map<String, String> known() {
        var last = known.get();
        var now = clock.instant();
        if (now.isBefore(last.until) || !known.compareAndSet(last, new Known(last.card, now.plus(FRESH)))) {
            return last.card;
        }
        try {
            var card = Map.of("city", ask.get());
            known.set(new Known(card, now.plus(FRESH)));
            return card;
        } catch (DataAccessException e) {
            log.warn("pages say what was last known of the city: {}", e.getMessage());
            return last.card;
        }
    }
}
