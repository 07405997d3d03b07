package org.onmaru.server.city.administration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.onmaru.server.Browser;
import org.onmaru.server.ServerTest;
import org.onmaru.server.city.identity.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/// What the top of every page says about the site, on a server that was started as a city's own.
@ServerTest
@TestPropertySource(properties = {"onmaru.demo=false", "onmaru.city.official=true"})
class CityIT {

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Test
    void inventedPeopleMakeItADemonstrationWhateverTheServerWasTold() {
        create("real", false);
        assertThat(city().path("demo").asBoolean()).isFalse();
        assertThat(city().path("official").asBoolean()).isTrue();
        create("invented", true);
        assertThat(city().path("demo").asBoolean()).isTrue();
        assertThat(city().path("official").asBoolean()).isFalse();
    }

    private void create(String login, boolean invented) {
        people.create(login, "correct horse battery 9", new People.Profile("사람", null, Set.of()), invented);
    }

    private JsonNode city() {
        return new Browser(port).get("/api/v1/public/city").body();
    }
}
