package org.onmaru.server;

import org.onmaru.server.city.identity.Setup;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Tells whoever started the server where it is and how to begin: in words, and in lines a script can read.
@Component
class Greeting {

    private final OwnAddress address;
    private final Setup setup;

    Greeting(OwnAddress address, Setup setup) {
        this.address = address;
        this.setup = setup;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(1000)
    @SuppressWarnings("SystemOut") // standard output is the agreement with the script that starts the server
    void ready() {
        System.out.println("온마루가 열렸습니다 / Onmaru is open: " + address.url());
        if (setup.needed()) {
            var path = "/setup?token=" + setup.issue();
            System.out.println("첫 관리자를 만드는 주소(한 번만 쓸 수 있음) / link to make the first administrator (works once):");
            System.out.println("  " + address.url() + path);
            System.out.println("ONMARU_SETUP " + path);
        }
        System.out.println("ONMARU_READY " + address.url());
    }
}
