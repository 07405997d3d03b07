package org.onmaru.server.open.citizen;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.onmaru.server.city.administration.WhoseCity;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Whose city it is, for pages before the application runs.
@Component
final class CityCard {

    private final LastKnown<WhoseCity.City> known;
    private final JsonMapper json;

    CityCard(WhoseCity whose, JsonMapper json, Clock clock) {
        this.known = new LastKnown<>("city", whose::city, clock);
        this.json = json;
    }

    @EventListener(ApplicationReadyEvent.class)
    void learn() {
        known.learn();
    }

    /// Empty while it was never known.
    Optional<WhoseCity.City> city() {
        return known.get();
    }

    /// As JSON under the name by which the application looks for it.
    Map<String, String> known() {
        return city().map(city -> Map.of("city", json.writeValueAsString(city))).orElse(Map.of());
    }
}
