package org.onmaru.server.onair.room.web;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.onair.room.RoomWatch;
import org.onmaru.server.onair.room.sfu.Sfu;
import org.onmaru.server.onair.room.sfu.Webhooks;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/// Where the SFU reports joins, leaves and tracks.
@RestController
class WebhookController {

    private final Sfu sfu;
    private final RoomWatch watch;

    WebhookController(Sfu sfu, RoomWatch watch) {
        this.sfu = sfu;
        this.watch = watch;
    }

    @PostMapping("/internal/sfu/webhook")
    ResponseEntity<Void> roomReport(
            @RequestBody byte[] body,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String signature) {
        Webhooks.Report report =
                Webhooks.read(sfu.key(), new String(body, StandardCharsets.UTF_8), signature == null ? "" : signature);
        HttpStatus status = switch (report) {
            case Webhooks.Report.About(String room) -> {
                watch.look(room);
                yield HttpStatus.NO_CONTENT;
            }
            case Webhooks.Report.Other() -> HttpStatus.NO_CONTENT;
            case Webhooks.Report.Forged() -> HttpStatus.UNAUTHORIZED;
        };
        return ResponseEntity.status(status).build();
    }
}
