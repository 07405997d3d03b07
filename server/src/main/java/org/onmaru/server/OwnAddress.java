package org.onmaru.server;

import java.net.Inet6Address;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.settings.HomeAddress;
import org.onmaru.server.settings.OnmaruSettings;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// How browsers reach this server: as the operator said, or on this very machine.
@Component
class OwnAddress implements HomeAddress {

    private final OnmaruSettings settings;
    private final Environment environment;
    private final @Nullable InetAddress bound;
    private volatile int port;

    OwnAddress(
            OnmaruSettings settings,
            Environment environment,
            @Value("${server.address:#{null}}") @Nullable InetAddress bound) {
        this.settings = settings;
        this.environment = environment;
        this.bound = bound;
    }

    @EventListener
    void listening(WebServerInitializedEvent event) {
        port = event.getWebServer().getPort();
    }

    @Override
    public String url() {
        var given = settings.publicUrl();
        if (given != null) {
            return given;
        }
        var secure = environment.getProperty("server.ssl.bundle") != null;
        return (secure ? "https" : "http") + "://" + host(bound) + ":" + port;
    }

    /// The one address the server listens on; this machine's own name for itself when it listens there.
    static String host(@Nullable InetAddress bound) {
        if (bound == null || bound.isAnyLocalAddress() || bound.isLoopbackAddress()) {
            return "localhost";
        }
        var address = bound.getHostAddress().replaceFirst("%.*", "");
        return bound instanceof Inet6Address ? "[" + address + "]" : address;
    }
}
