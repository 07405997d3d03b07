package org.onmaru.server.city.identity;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Forgets sign-in attempts that no longer count.
@Component
class Housekeeping {

    private final Throttle throttle;

    Housekeeping(Throttle throttle) {
        this.throttle = throttle;
    }

    @Scheduled(fixedDelayString = "PT1H")
    void sweep() {
        throttle.sweep();
    }
}
