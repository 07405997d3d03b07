package org.onmaru.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.onmaru.server.onair.support.Signaller;
import org.onmaru.server.settings.DataDirectory;
import org.onmaru.server.startup.OwnAuthority;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/// The server as `./onmaru run --tls` starts it, seen from a device that trusts its authority.
class HttpsIT {

    @Test
    void withItsOwnAuthorityItSpeaksHttp2AndKeepsItsSecretsToHttps() throws Exception {
        var folder = folder();
        try (var server = start(folder, "--onmaru.tls.mode=self", "--onmaru.demo=true")) {
            var base = base(server);
            var trusted = Trust.in(folder.resolve("tls").resolve("authority.crt"));
            var browser = new Browser(base, HttpClient.newBuilder().sslContext(trusted));
            var page = browser.get("/");
            assertThat(page.raw().body()).contains("the citizens' page");
            assertThat(page.raw().version()).isEqualTo(Version.HTTP_2);
            var live = browser.get("/api/v1/public/live");
            assertThat(live.status()).isEqualTo(200);
            assertThat(live.raw().version()).isEqualTo(Version.HTTP_2);
            var programme = browser.get("/live/" + new UUID(0, 0) + "/none/live.m3u8");
            assertThat(programme.status()).isEqualTo(403);
            assertThat(programme.raw().version()).isEqualTo(Version.HTTP_2);

            var steps = browser.get("/trust").raw().body();
            assertThat(steps).contains("온마루 인증서 믿기").contains("Trust Onmaru's certificate");
            assertThat(browser.get("/trust/onmaru-ca.crt").raw().body())
                    .isEqualTo(Files.readString(folder.resolve("tls").resolve("authority.crt")));

            var data = server.getBean(DataDirectory.class);
            var signedIn = browser.signIn("host", Browser.demoPassword(data));
            assertThat(signedIn.status()).isEqualTo(200);
            assertThat(signedIn.raw().headers().allValues("Set-Cookie"))
                    .isNotEmpty()
                    .allSatisfy(cookie -> assertThat(cookie).contains("Secure"));
            assertThat(signedIn.raw().headers().firstValue("Strict-Transport-Security"))
                    .as("whoever stops trusting the authority must not be locked out")
                    .isEmpty();

            var old = new Browser(
                    base, HttpClient.newBuilder().sslContext(trusted).version(Version.HTTP_1_1));
            assertThat(old.get("/").raw().version()).isEqualTo(Version.HTTP_1_1);

            eventsFlow(base, HttpClient.newBuilder().sslContext(trusted));
            signallingWorks(base, browser, HttpClient.newBuilder().sslContext(trusted));
        }
    }

    @Test
    void withTheCitysCertificateBrowsersAreToldToStayWithHttps() throws Exception {
        var folder = folder();
        var authority = new OwnAuthority(folder.resolve("bought"), Clock.systemUTC());
        authority.renew();
        try (var server = start(
                folder,
                "--onmaru.tls.mode=files",
                "--onmaru.tls.certificate=" + authority.certificate(),
                "--onmaru.tls.key=" + authority.key())) {
            var client = HttpClient.newBuilder().sslContext(Trust.in(authority.authority()));
            var answer = new Browser(base(server), client).get("/api/v1/me");
            assertThat(answer.raw().version()).isEqualTo(Version.HTTP_2);
            assertThat(answer.raw().headers().firstValue("Strict-Transport-Security"))
                    .hasValueSatisfying(
                            hsts -> assertThat(hsts).contains("max-age=").doesNotContain("includeSubDomains"));
        }
    }

    private static void eventsFlow(String base, HttpClient.Builder trusting) throws Exception {
        try (var client = trusting.build()) {
            var events = client.send(
                    HttpRequest.newBuilder(URI.create(base + "/api/v1/public/events"))
                            .timeout(Duration.ofSeconds(20))
                            .build(),
                    HttpResponse.BodyHandlers.ofLines());
            assertThat(events.version()).isEqualTo(Version.HTTP_2);
            try (var lines = events.body()) {
                assertThat(lines.findFirst())
                        .hasValueSatisfying(line -> assertThat(line).startsWith("event:"));
            }
            client.shutdownNow();
        }
    }

    /// A WebSocket beside HTTP/2: it takes a connection of its own.
    private static void signallingWorks(String base, Browser host, HttpClient.Builder trusting) throws Exception {
        var meeting = host.get("/api/v1/meetings").body().get(0).path("id").asString();
        host.post("/api/v1/meetings/" + meeting + "/open", "{}");
        var ticket = host.post("/api/v1/meetings/" + meeting + "/join", "{}").body();
        try (var client = trusting.build();
                var room = Signaller.join(
                        URI.create(base.replace("https:", "wss:") + "/sfu"),
                        ticket.path("token").asString(),
                        client)) {
            assertThat(room.joined().getRoom().getName()).isEqualTo(meeting);
        }
    }

    private static ConfigurableApplicationContext start(Path folder, String... options) throws IOException {
        Files.writeString(folder.resolve("index.html"), "<title>the citizens' page</title>");
        var arguments = new ArrayList<>(List.of(options));
        arguments.add("--server.port=0");
        arguments.add("--onmaru.web.dir=" + folder);
        var database = new HashMap<>(FreshDatabase.options(TestDatabase.fresh()));
        database.put("onmaru.data", folder);
        database.forEach((name, value) -> arguments.add("--" + name + "=" + value));
        return SpringApplication.run(OnmaruServer.class, arguments.toArray(String[]::new));
    }

    private static Path folder() throws IOException {
        return Files.createTempDirectory(Path.of("target").toAbsolutePath(), "https");
    }

    private static String base(ConfigurableApplicationContext server) {
        return "https://localhost:" + server.getEnvironment().getRequiredProperty("local.server.port");
    }
}
