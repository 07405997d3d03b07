package org.onmaru.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;

class OwnAddressTest {

    @Test
    void aLinkNamesTheAddressThatTheServerListensOn() {
        assertThat(OwnAddress.host(null)).isEqualTo("localhost");
        for (var everywhereOrHere : new String[] {"0.0.0.0", "::", "127.0.0.1", "::1"}) {
            assertThat(OwnAddress.host(InetAddress.ofLiteral(everywhereOrHere))).isEqualTo("localhost");
        }
        assertThat(OwnAddress.host(InetAddress.ofLiteral("198.51.100.23"))).isEqualTo("198.51.100.23");
        assertThat(OwnAddress.host(InetAddress.ofLiteral("2001:db8::5"))).isEqualTo("[2001:db8:0:0:0:0:0:5]");
    }
}
