package org.onmaru.server.onair.room.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.ServletWebSocketHandlerRegistry;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;

/// The four paths of the SFU that browsers may reach; its API is not among them.
@RestController
@Configuration(proxyBeanMethods = false)
@EnableWebSocket
class SignallingRoutes implements WebSocketConfigurer {

    private final SignallingProxy proxy;

    SignallingRoutes(SignallingProxy proxy) {
        this.proxy = proxy;
    }

    /// Any origin: a connection is judged by the token in its URL, no cookie takes part.
    @Override
    public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
        if (registry instanceof ServletWebSocketHandlerRegistry servlet) {
            servlet.setOrder(-1); // before the page that answers every other path
        }
        registry.addHandler(proxy, "/sfu/rtc", "/sfu/rtc/v1")
                .addInterceptors(proxy)
                .setAllowedOriginPatterns("*");
    }

    @GetMapping({"/sfu/rtc/validate", "/sfu/rtc/v1/validate"})
    ResponseEntity<String> validateRoomToken(
            HttpServletRequest request,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization) {
        String query = request.getQueryString();
        return proxy.validate(URI.create(request.getRequestURI() + (query == null ? "" : "?" + query)), authorization);
    }
}
