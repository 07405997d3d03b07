package org.onmaru.server.onair.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.onmaru.server.FreshDatabase;
import org.onmaru.server.OnmaruServer;
import org.onmaru.server.TestDatabase;
import org.onmaru.server.onair.support.OnairIT;
import org.onmaru.server.settings.DataDirectory;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The operator's way into a server that speaks TLS to everybody else.
class OperatorDoorIT {

    private static ConfigurableApplicationContext server;
    private static Path run;
    private static int door;
    private static int open;

    @BeforeAll
    static void start() throws IOException {
        var options = new HashMap<>(FreshDatabase.options(TestDatabase.fresh()));
        options.put("server.port", "0");
        options.put("onmaru.demo", "true");
        options.put("onmaru.tls.mode", "self");
        server = new SpringApplication(OnmaruServer.class)
                .run(options.entrySet().stream()
                        .map(option -> "--" + option.getKey() + "=" + option.getValue())
                        .toArray(String[]::new));
        run = server.getBean(DataDirectory.class).path().resolve("run");
        List<String> ports = Files.readAllLines(run.resolve("operator.port"));
        door = Integer.parseInt(ports.get(0));
        open = Integer.parseInt(ports.get(1));
    }

    @AfterAll
    static void stop() {
        server.close();
        assertThat(run.resolve("operator.port"))
                .as("nobody is sent to a server that has ended")
                .doesNotExist();
    }

    private static HttpResponse<String> ask(String method, int port, String path, String body) throws Exception {
        return ask(
                method,
                port,
                path,
                body,
                Files.readString(run.resolve("operator.token")).strip());
    }

    private static HttpResponse<String> ask(String method, int port, String path, String body, String token)
            throws Exception {
        try (var http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return http.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                            .header("Authorization", "Bearer " + token)
                            .header("Content-Type", "application/json")
                            .method(method, HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    @Test
    void theOpenPortSpeaksTlsOnly() throws Exception {
        assertThat(open).isNotEqualTo(door);
        assertThat(ask("GET", open, "/api/v1/meetings", "").statusCode()).isEqualTo(400);
    }

    @Test
    void theDoorHasAllThatARehearsalNeeds() throws Exception {
        var opened = ask("POST", door, "/api/v1/operator/rehearsal", "{\"attendees\":2,\"real\":false}");
        assertThat(opened.statusCode()).isEqualTo(200);
        JsonNode rehearsal = JsonMapper.shared().readTree(opened.body());
        var meeting = "/api/v1/meetings/" + rehearsal.path("meetingId").asString();
        assertThat(ask("POST", door, meeting + "/start", "{}").statusCode()).isEqualTo(200);
        assertThat(ask("GET", door, meeting + "/programme", "").statusCode()).isEqualTo(200);
        var live = "/live/" + rehearsal.path("meetingId").asString() + "/x/index.m3u8";
        assertThat(ask("GET", door, live, "").statusCode())
                .as("not yet, but for the operator")
                .isEqualTo(404);
        assertThat(ask("GET", door, live, "", "made-up").statusCode()).isEqualTo(403);
        var seat = rehearsal.path("attendees").path(0).path("token").asString();
        var join = "/sfu/rtc/validate?offer=" + "x".repeat(30_000);
        OnairIT.until(
                "the signalling lets an attendee in, whose request is long",
                Duration.ofSeconds(30),
                () -> ask("GET", door, join, "", seat).statusCode() == 200);
        assertThat(ask("POST", door, meeting + "/adjourn", "{}").statusCode()).isEqualTo(200);
    }

    @Test
    void onlyTheServersUserMayReadWhereItIs() throws Exception {
        for (var name : List.of("operator.token", "operator.port")) {
            assertThat(Files.getPosixFilePermissions(run.resolve(name)))
                    .as(name)
                    .hasSize(2);
        }
    }
}
