package org.onmaru.server.onair.room;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.onair.room.sfu.ChildSfu;
import org.onmaru.server.onair.room.sfu.LiveKitEngine;
import org.onmaru.server.onair.room.sfu.Sfu;
import org.onmaru.server.onair.room.sfu.Sfus;
import org.onmaru.server.settings.DataDirectory;
import org.onmaru.server.settings.OnmaruSettings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/// Puts the SFU, its API and the server together.
@Configuration(proxyBeanMethods = false)
class RoomConfiguration {

    static final String WEBHOOK = "/internal/sfu/webhook";

    private final ObjectProvider<Sfu> sfu;
    private final LoopbackDoor door;
    private final @Nullable InetAddress bound;

    RoomConfiguration(
            ObjectProvider<Sfu> sfu,
            LoopbackDoor door,
            @Value("${server.address:#{null}}") @Nullable InetAddress bound,
            OnmaruSettings settings) {
        this.sfu = sfu;
        this.door = door;
        this.bound = reachable(bound, settings.publicUrl());
    }

    /// The address of the web server as far as it says where browsers are; null for any. Bound to loopback under a
    /// public name, there is a proxy in front: browsers are elsewhere, and their media comes past it.
    static @Nullable InetAddress reachable(@Nullable InetAddress bound, @Nullable String publicUrl) {
        boolean proxied = bound != null && bound.isLoopbackAddress() && publicUrl != null && !local(publicUrl);
        return proxied ? null : bound;
    }

    private static boolean local(String url) {
        String host = URI.create(url).getHost();
        return host == null || host.equals("localhost") || host.equals("[::1]") || host.startsWith("127.");
    }

    @Bean
    static Sfu sfu(RoomSettings settings, DataDirectory data, ObjectProvider<RoomWatch> watch) throws IOException {
        return Sfus.of(settings, data.path().resolve("sfu"), () -> watch.ifAvailable(RoomWatch::lookAtAll));
    }

    @Bean
    static RoomEngine roomEngine(Sfu sfu) {
        return new LiveKitEngine(sfu);
    }

    /// The SFU reports to the server, so it starts once the server's port is known.
    @EventListener
    void on(WebServerInitializedEvent event) {
        if (event.getApplicationContext().getServerNamespace() == null && sfu.getObject() instanceof ChildSfu child) {
            child.start(URI.create("http://127.0.0.1:" + door.port() + WEBHOOK), bound);
        }
    }
}
