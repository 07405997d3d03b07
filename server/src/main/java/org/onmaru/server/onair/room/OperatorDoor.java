package org.onmaru.server.onair.room;

import org.onmaru.server.city.identity.OperatorToken;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Shows this machine's operator to the [LoopbackDoor].
@Component
class OperatorDoor {

    private final LoopbackDoor door;
    private final OperatorToken operator;

    OperatorDoor(LoopbackDoor door, OperatorToken operator) {
        this.door = door;
        this.operator = operator;
    }

    @EventListener
    void on(WebServerInitializedEvent event) {
        if (event.getApplicationContext().getServerNamespace() == null) {
            operator.listensAt(door.port(), event.getWebServer().getPort());
        }
    }
}
