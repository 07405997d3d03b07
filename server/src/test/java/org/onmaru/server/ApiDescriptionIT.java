package org.onmaru.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The committed description of the API is the one this code has. `-Donmaru.update=true` writes it anew.
@ServerTest
class ApiDescriptionIT {

    private static final Path COMMITTED = Path.of("..", "web", "openapi.json");

    @LocalServerPort
    private int port;

    @Test
    void theCommittedDescriptionIsCurrent() throws IOException {
        var mapper = JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .build();
        var answer = new Browser(port).get("/v3/api-docs");
        assertThat(answer.status()).isEqualTo(200);
        var now = mapper.writeValueAsString(mapper.treeToValue(answer.body(), Object.class))
                        .replace("\r\n", "\n")
                + "\n";
        if (Boolean.getBoolean("onmaru.update")) {
            Files.createDirectories(COMMITTED.getParent());
            Files.writeString(COMMITTED, now);
        }
        assertThat(now).isEqualTo(Files.readString(COMMITTED));
    }

    @Test
    void nothingIsOptionalAndNullsAreSaid() {
        var me = new Browser(port).get("/v3/api-docs").body().at("/components/schemas/Me");
        assertThat(me.path("required")).hasSize(10);
        assertThat(me.at("/properties/name/type").toString()).contains("null");
        assertThat(me.at("/properties/signedIn/type").toString()).doesNotContain("null");
    }

    @Test
    void sameNamesOfDifferentThingsStayApart() {
        var schemas = new Browser(port).get("/v3/api-docs").body().at("/components/schemas");
        assertThat(schemas.at("/Programme/properties/state/$ref").asString()).endsWith("/ProgrammeState");
        assertThat(schemas.at("/Live/properties/state/$ref").asString()).endsWith("/LiveState");
        assertThat(schemas.at("/Mute/properties/kind/$ref").asString()).endsWith("/RoomEngineKind");
        assertThat(schemas.at("/UnitAnswer/properties/kind/$ref").asString()).endsWith("/UnitKind");
    }
}
