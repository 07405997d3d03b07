package org.onmaru.server.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/// Passwords do not travel in clear beyond this machine.
class NetworkDefaultsTest {

    @TempDir
    private Path data;

    private StandardEnvironment environment(Map<String, String> given) {
        var options = new HashMap<String, Object>(given);
        options.put("onmaru.data", data.toString());
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("given", options));
        new NetworkDefaults().postProcessEnvironment(environment, new SpringApplication());
        return environment;
    }

    private @Nullable String address(Map<String, String> given) {
        return environment(given).getProperty("server.address");
    }

    @ParameterizedTest
    @ValueSource(strings = {"off", "OFF", "false"})
    void withoutHttpsOnlyThisMachineIsServed(String mode) {
        assertThat(address(Map.of())).isEqualTo("127.0.0.1");
        assertThat(address(Map.of("onmaru.tls.mode", mode))).isEqualTo("127.0.0.1");
        for (var own : new String[] {"127.0.0.1", "localhost", "::1", "127.5.5.5"}) {
            assertThat(address(Map.of("onmaru.tls.mode", mode, "onmaru.listen", own)))
                    .isEqualTo(own);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "10.1.2.3", "192.168.0.7"})
    void anotherAddressWithoutHttpsIsRefusedHoweverItIsGiven(String address) {
        for (var option : new String[] {"onmaru.listen", "server.address"}) {
            assertThatThrownBy(() -> environment(Map.of(option, address)))
                    .as(option)
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("HTTPS 없이는 이 컴퓨터에서만")
                    .hasMessageContaining(address)
                    .hasMessageContaining("--tls self");
        }
        assertThatThrownBy(() -> environment(Map.of("onmaru.listen", address, "onmaru.public-url", "http://a.example")))
                .isInstanceOf(StartRefused.class);
    }

    @Test
    void aProxyThatDoesHttpsMayReachItFromAnotherMachine() {
        assertThat(address(Map.of("onmaru.listen", "10.1.2.3", "onmaru.public-url", "https://onmaru.example")))
                .isEqualTo("10.1.2.3");
    }

    @Test
    void withHttpsEveryAddressIsServed() {
        var environment = environment(Map.of("onmaru.tls.mode", "self"));
        assertThat(environment.getProperty("server.address")).isNull();
        assertThat(environment.getProperty("server.ssl.bundle")).isEqualTo("onmaru");
        assertThat(address(Map.of("onmaru.tls.mode", "self", "onmaru.listen", "0.0.0.0")))
                .isEqualTo("0.0.0.0");
    }

    @Test
    void anUnknownModeIsSaid() {
        assertThatThrownBy(() -> environment(Map.of("onmaru.tls.mode", "maybe")))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("maybe");
    }
}
