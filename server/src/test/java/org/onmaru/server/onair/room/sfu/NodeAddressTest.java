package org.onmaru.server.onair.room.sfu;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;

class NodeAddressTest {

    @Test
    void whatIsSetByHandIsTaken() {
        assertThat(NodeAddress.choose("203.0.113.10", InetAddress.ofLiteral("127.0.0.1")))
                .isEqualTo(new NodeAddress("203.0.113.10", false));
    }

    @Test
    void loopbackStaysLoopback() {
        for (String bound : new String[] {"127.0.0.1", "::1"}) {
            assertThat(NodeAddress.choose(null, InetAddress.ofLiteral(bound)))
                    .isEqualTo(new NodeAddress("127.0.0.1", true));
        }
    }

    @Test
    void theOneAddressTheServerListensOnIsWhereMediaGoes() {
        for (String bound : new String[] {"198.51.100.23", "2001:db8:0:0:0:0:0:5"}) {
            assertThat(NodeAddress.choose(null, InetAddress.ofLiteral(bound))).isEqualTo(new NodeAddress(bound, false));
        }
    }

    @Test
    void everyAddressMeansThisMachineInItsNetwork() {
        NodeAddress any = NodeAddress.choose(null, null);
        assertThat(NodeAddress.choose(null, InetAddress.ofLiteral("0.0.0.0"))).isEqualTo(any);
        assertThat(NodeAddress.choose(null, InetAddress.ofLiteral("::"))).isEqualTo(any);
        assertThat(any.value()).isNotEqualTo("0.0.0.0");
    }
}
