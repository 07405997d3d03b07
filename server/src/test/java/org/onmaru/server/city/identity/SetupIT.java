package org.onmaru.server.city.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.onmaru.server.Browser;
import org.onmaru.server.MovableClock;
import org.onmaru.server.ServerTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

@ServerTest
@TestPropertySource(properties = "onmaru.demo=false")
class SetupIT {

    @LocalServerPort
    private int port;

    @Autowired
    private Setup setup;

    @Autowired
    private MovableClock.Hands clock;

    @Test
    void theFirstAdministratorIsMadeOnceByTheLink() {
        var browser = new Browser(port);
        assertThat(browser.get("/api/v1/me").body().path("setupNeeded").asBoolean())
                .isTrue();
        assertThat(claim("made-up").code()).isEqualTo("setup-token-wrong");
        var old = setup.issue();
        clock.advance(Duration.ofHours(25));
        assertThat(claim(old).code()).isEqualTo("setup-token-expired");
        var token = setup.issue();
        var made = claim(token);
        assertThat(made.status()).isEqualTo(200);
        assertThat(made.body().path("cityRoles").get(0).asString()).isEqualTo("ADMINISTRATOR");
        assertThat(claim(token).code()).isEqualTo("setup-done");
        assertThat(browser.get("/api/v1/me").body().path("setupNeeded").asBoolean())
                .isFalse();
    }

    private Browser.Answer claim(String token) {
        return new Browser(port).post("/api/v1/setup", """
                        {"token":"%s","loginName":"first","name":"첫 관리자","password":"a long enough one"}""".formatted(token));
    }
}
