package org.onmaru.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onmaru.server.onair.support.OnairIT;
import org.onmaru.server.onair.support.Signaller;
import org.onmaru.server.settings.DataDirectory;
import org.onmaru.server.startup.OwnAuthority;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The supplied site of nginx in front of the server, and its headers from elsewhere.
@ServerTest
class EdgeIT {

    private static final String HALL = "127.0.0.2";
    private static final String HOME = "127.0.0.3";

    @LocalServerPort
    private int port;

    @Autowired
    private DataDirectory data;

    @TempDir
    private Path folder;

    private @Nullable Process nginx;
    private int edge;

    @BeforeEach
    void start() throws Exception {
        var authority = new OwnAuthority(folder.resolve("tls"), Clock.systemUTC());
        authority.renew();
        edge = freePort();
        var site = Files.readString(Path.of("..", "ops", "nginx", "edge.conf"))
                .replace("127.0.0.1:8080", "127.0.0.1:" + port)
                .replace("listen 443 ssl", "listen 127.0.0.1:" + edge + " ssl")
                .replace("listen [::]:443 ssl http2;", "")
                .replace("/etc/onmaru/cert.pem", authority.certificate().toString())
                .replace("/etc/onmaru/key.pem", authority.key().toString());
        assertThat(site)
                .contains("127.0.0.1:" + port, "127.0.0.1:" + edge)
                .doesNotContain("/etc/")
                .doesNotContainPattern("\\b443\\b"); // a name of the folder may well have these digits in it
        var file = folder.resolve("nginx.conf");
        Files.writeString(file, """
                daemon off;
                master_process off;
                pid %1$s/nginx.pid;
                events {}
                http {
                  access_log off;
                  client_body_temp_path %1$s/body;
                  proxy_temp_path %1$s/proxy;
                  fastcgi_temp_path %1$s/fastcgi;
                  uwsgi_temp_path %1$s/uwsgi;
                  scgi_temp_path %1$s/scgi;
                %2$s
                }
                """.formatted(folder, site));
        nginx = new ProcessBuilder("/usr/sbin/nginx", "-c", file.toString(), "-e", "stderr")
                .inheritIO()
                .start();
        OnairIT.until("nginx listens", Duration.ofSeconds(20), this::listens);
    }

    @AfterEach
    void stop() throws InterruptedException {
        var running = nginx;
        if (running != null) {
            running.destroy();
            running.waitFor();
        }
    }

    @Test
    void browsersGetHttp2SecureCookiesAndLinksThatLeadBack() {
        var host = through(HOME);
        var answer = host.signIn("host", Browser.demoPassword(data));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.raw().version()).isEqualTo(HttpClient.Version.HTTP_2);
        assertThat(answer.raw().headers().allValues("Set-Cookie"))
                .isNotEmpty()
                .allSatisfy(cookie -> assertThat(cookie).contains("Secure"));
        assertThat(answer.raw().headers().firstValue("Strict-Transport-Security"))
                .hasValueSatisfying(
                        hsts -> assertThat(hsts).contains("max-age=").doesNotContain("includeSubDomains"));
        var meeting = host.get("/api/v1/meetings").body().get(0).path("id").asString();
        var made = host.post(
                "/api/v1/meetings/" + meeting + "/invitations",
                "{\"label\":\"검역본부\",\"role\":\"GUEST\",\"unitId\":null,\"expiresAt\":null}");
        assertThat(made.body().path("url").asString()).startsWith("https://localhost:" + edge + "/i/");
    }

    @Test
    void everyClientHasItsOwnThrottle() {
        for (var i = 0; i < 5; i++) {
            assertThat(through(HALL).signIn("mayor", "wrong-password").status()).isEqualTo(401);
        }
        assertThat(through(HALL).signIn("mayor", Browser.demoPassword(data)).code())
                .isEqualTo("too-many-attempts");
        assertThat(through(HOME).signIn("mayor", Browser.demoPassword(data)).status())
                .isEqualTo(200);
    }

    @Test
    void nobodyIsLocalThroughTheProxy() throws IOException {
        var token = Files.readString(data.path().resolve("run").resolve("operator.token"))
                .strip();
        for (var from : new String[] {"127.0.0.1", HOME}) {
            for (var claim : new String[] {"X-Forwarded-For", "X-Real-IP"}) {
                var request = HttpRequest.newBuilder(URI.create(base() + "/actuator/prometheus"))
                        .header(claim, "127.0.0.1");
                assertThat(through(from).exchange(request.build()).status())
                        .as(from)
                        .isEqualTo(401);
            }
            var operator = HttpRequest.newBuilder(URI.create(base() + "/api/v1/operator/rehearsal"))
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString("{\"attendees\":0,\"real\":false}"));
            assertThat(through(from).exchange(operator.build()).status())
                    .as(from)
                    .isEqualTo(401);
        }
        assertThat(new Browser(port).from("127.0.0.1", "/actuator/prometheus").status())
                .as("a trusted proxy that names this machine is a proxy all the same")
                .isEqualTo(401);
        assertThat(new Browser(port).get("/actuator/prometheus").status()).isEqualTo(200);
    }

    @Test
    void signallingAndEventsPass() throws Exception {
        var host = through(HOME);
        host.signIn("host", Browser.demoPassword(data));
        var meeting = host.get("/api/v1/meetings").body().get(0).path("id").asString();
        host.post("/api/v1/meetings/" + meeting + "/open", "{}");
        var ticket = host.post("/api/v1/meetings/" + meeting + "/join", "{}").body();
        try (var room = Signaller.join(
                URI.create("wss://localhost:" + edge + "/sfu"),
                ticket.path("token").asString(),
                client(HOME).build())) {
            assertThat(room.joined().getRoom().getName()).isEqualTo(meeting);
        }
        try (var browser = client(HOME).build()) {
            var events = browser.send(
                    HttpRequest.newBuilder(URI.create(base() + "/api/v1/public/events"))
                            .timeout(Duration.ofSeconds(10))
                            .build(),
                    HttpResponse.BodyHandlers.ofLines());
            try (var lines = events.body()) {
                assertThat(lines.findFirst())
                        .hasValueSatisfying(line -> assertThat(line).startsWith("event:"));
            }
            browser.shutdownNow();
        }
    }

    /// The same headers, sent straight to the server: believed from the trusted address alone.
    @Test
    void headersFromElsewhereAreIgnored() {
        assertThat(cookies("127.0.0.1")).allSatisfy(cookie -> assertThat(cookie).contains("Secure"));
        assertThat(cookies(HALL)).allSatisfy(cookie -> assertThat(cookie).doesNotContain("Secure"));
    }

    /// In clear text a client could take the proxy's connection over and write its headers itself.
    @Test
    void nobodyUpgradesToHttp2InClearText() throws Exception {
        assertThat(new Browser(port).get("/api/v1/me").raw().version()).isEqualTo(HttpClient.Version.HTTP_1_1);
        var context = Trust.in(folder.resolve("tls").resolve("authority.crt"));
        try (var socket = context.getSocketFactory().createSocket("localhost", edge)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write("""
                            GET /api/v1/me HTTP/1.1\r
                            Host: localhost\r
                            Connection: Upgrade, HTTP2-Settings, close\r
                            Upgrade: h2c\r
                            HTTP2-Settings: AAMAAABkAAQAAP__\r
                            \r
                            """.getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 200");
        }
    }

    private List<String> cookies(String from) {
        var client = HttpClient.newBuilder().localAddress(InetAddress.ofLiteral(from));
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/me"))
                .header("X-Forwarded-For", "203.0.113.7")
                .header("X-Forwarded-Proto", "https")
                .build();
        var cookies = new Browser("http://127.0.0.1:" + port, client)
                .exchange(request)
                .raw()
                .headers()
                .allValues("Set-Cookie");
        assertThat(cookies).as(from).isNotEmpty();
        return cookies;
    }

    private String base() {
        return "https://localhost:" + edge;
    }

    private Browser through(String from) {
        return new Browser(base(), client(from));
    }

    private HttpClient.Builder client(String from) {
        return HttpClient.newBuilder()
                .sslContext(Trust.in(folder.resolve("tls").resolve("authority.crt")))
                .localAddress(InetAddress.ofLiteral(from));
    }

    private boolean listens() {
        var running = nginx;
        assertThat(running != null && running.isAlive()).as("nginx runs").isTrue();
        try (var _ = new Socket(InetAddress.ofLiteral("127.0.0.1"), edge)) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }
}
