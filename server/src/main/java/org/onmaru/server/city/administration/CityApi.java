package org.onmaru.server.city.administration;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Whose system this is.
@RestController
@RequestMapping("/api/v1/public")
class CityApi {

    private final WhoseCity whose;

    CityApi(WhoseCity whose) {
        this.whose = whose;
    }

    @GetMapping("/city")
    WhoseCity.City city() {
        return whose.city();
    }
}
