package org.onmaru.server.onair.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;

class RoomConfigurationTest {

    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
    private static final InetAddress OWN = InetAddress.ofLiteral("198.51.100.23");

    @Test
    void behindAProxyBrowsersAreElsewhere() {
        assertThat(RoomConfiguration.reachable(LOOPBACK, "https://onmaru.example.go.kr"))
                .isNull();
    }

    @Test
    void withoutOneTheBoundAddressSaysWhereTheyAre() {
        assertThat(RoomConfiguration.reachable(LOOPBACK, null)).isEqualTo(LOOPBACK);
        assertThat(RoomConfiguration.reachable(LOOPBACK, "http://localhost:8080"))
                .isEqualTo(LOOPBACK);
        assertThat(RoomConfiguration.reachable(LOOPBACK, "http://127.0.0.1:8080"))
                .isEqualTo(LOOPBACK);
        assertThat(RoomConfiguration.reachable(OWN, "https://onmaru.example.go.kr"))
                .isEqualTo(OWN);
        assertThat(RoomConfiguration.reachable(null, "https://onmaru.example.go.kr"))
                .isNull();
    }
}
