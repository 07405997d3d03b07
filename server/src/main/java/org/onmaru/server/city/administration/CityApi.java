package org.onmaru.server.city.administration;

import org.onmaru.server.settings.OnmaruSettings;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Whose system this is.
@RestController
@RequestMapping("/api/v1/public")
class CityApi {

    private final OnmaruSettings settings;

    CityApi(OnmaruSettings settings) {
        this.settings = settings;
    }

    /// @param demo true when the people are invented
    record City(String name, String nameEn, boolean demo) {}

    @GetMapping("/city")
    City city() {
        return new City(settings.city().name(), settings.city().nameEn(), settings.demo());
    }
}
