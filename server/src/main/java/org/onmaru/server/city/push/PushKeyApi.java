package org.onmaru.server.city.push;

import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Whose pushes a browser asks for.
@RestController
@RequestMapping("/api/v1/public/push-key")
class PushKeyApi {

    private final Pushes pushes;

    PushKeyApi(Pushes pushes) {
        this.pushes = pushes;
    }

    /// @param key the city's public key, an uncompressed point in base64url
    record PushKeyAnswer(String key) {}

    @GetMapping
    ResponseEntity<PushKeyAnswer> pushKey() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic())
                .body(new PushKeyAnswer(pushes.key()));
    }
}
