package org.onmaru.server;

import org.onmaru.server.settings.OnmaruSettings;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// How browsers reach this server: as the operator said, or on this very machine.
@Component
class OwnAddress {

    private final OnmaruSettings settings;
    private final Environment environment;
    private volatile int port;

    OwnAddress(OnmaruSettings settings, Environment environment) {
        this.settings = settings;
        this.environment = environment;
    }

    @EventListener
    void listening(WebServerInitializedEvent event) {
        port = event.getWebServer().getPort();
    }

    /// Without a path.
    String url() {
        var given = settings.publicUrl();
        if (given != null) {
            return given;
        }
        var secure = environment.getProperty("server.ssl.bundle") != null;
        return (secure ? "https" : "http") + "://localhost:" + port;
    }
}
