package org.onmaru.server;

import org.onmaru.server.city.identity.Setup;
import org.onmaru.server.settings.OnmaruSettings;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// Tells whoever started the server where it is and how to begin: in words, and in lines a script can read.
@Component
class Greeting {

    private final OnmaruSettings settings;
    private final Environment environment;
    private final Setup setup;
    private volatile int port;

    Greeting(OnmaruSettings settings, Environment environment, Setup setup) {
        this.settings = settings;
        this.environment = environment;
        this.setup = setup;
    }

    @EventListener
    void listening(WebServerInitializedEvent event) {
        port = event.getWebServer().getPort();
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(1000)
    @SuppressWarnings("SystemOut") // standard output is the agreement with the script that starts the server
    void ready() {
        System.out.println("온마루가 열렸습니다 / Onmaru is open: " + url());
        if (setup.needed()) {
            var path = "/setup?token=" + setup.issue();
            System.out.println("첫 관리자를 만드는 주소(한 번만 쓸 수 있음) / link to make the first administrator (works once):");
            System.out.println("  " + url() + path);
            System.out.println("ONMARU_SETUP " + path);
        }
        System.out.println("ONMARU_READY " + url());
    }

    private String url() {
        var given = settings.publicUrl();
        if (given != null) {
            return given;
        }
        var secure = environment.getProperty("server.ssl.bundle") != null;
        return (secure ? "https" : "http") + "://localhost:" + port;
    }
}
