package org.onmaru.server.onair.broadcast;

import org.onmaru.server.onair.room.LoopbackDoor;
import org.onmaru.server.settings.DataDirectory;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;

/// Lets studios in and begins to look after programmes once the server listens.
@Configuration(proxyBeanMethods = false)
class BroadcastConfiguration implements WebSocketConfigurer {

    private final StudioSocket socket;
    private final Studios studios;
    private final LiveProgrammes programmes;
    private final LoopbackDoor door;

    BroadcastConfiguration(StudioSocket socket, Studios studios, LiveProgrammes programmes, LoopbackDoor door) {
        this.door = door;
        this.socket = socket;
        this.studios = studios;
        this.programmes = programmes;
    }

    @Bean
    static StudioCommand studioCommand(StudioSettings settings, DataDirectory data) {
        return new StudioCommand(settings, data.path().resolve("programmes"));
    }

    @Override
    public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
        registry.addHandler(socket, "/internal/studio").addInterceptors(socket);
    }

    @EventListener
    void on(WebServerInitializedEvent event) {
        if (event.getApplicationContext().getServerNamespace() == null) {
            studios.listen(door.port());
            programmes.begin();
        }
    }
}
