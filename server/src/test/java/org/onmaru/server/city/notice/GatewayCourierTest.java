package org.onmaru.server.city.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.onmaru.server.city.notice.Delivery.Fault;
import org.onmaru.server.city.notice.NoticeSettings.Gateway;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.json.JsonMapper;

/// A small real HTTP server is the gateway.
@ExtendWith(OutputCaptureExtension.class)
class GatewayCourierTest {

    private static final String SECRET = "Bearer very-secret-token";
    private static final String BODY =
            "{\"from\":\"031-887-0000\",\"to\":\"{to}\",\"type\":\"{kind}\",\"msg\":\"{text}\"}";

    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private final List<String> secrets = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private volatile int status = 200;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/send", exchange -> {
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            secrets.add(exchange.getRequestHeaders().getFirst("X-Api-Key"));
            exchange.getResponseHeaders().add("Location", "/elsewhere");
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private URI url() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/send");
    }

    private static Gateway gateway(@Nullable URI url, String body) {
        return new Gateway(url, "X-Api-Key", SECRET, body, Duration.ofSeconds(5));
    }

    private static Outcome send(URI url) {
        return new GatewayCourier(gateway(url, BODY)).send(SomeParcel.by(Way.SMS), SomeParcel.CONTACT);
    }

    @Test
    void aMessageIsOneRequestWithTheSecretInItsHeader() {
        assertThat(send(url())).isEqualTo(new Outcome.Taken(Carrier.SMS_GATEWAY));
        assertThat(secrets).containsExactly(SECRET);
        var body = JsonMapper.shared().readTree(bodies.getFirst());
        assertThat(body.path("to").asString()).isEqualTo("01098765432");
        assertThat(body.path("type").asString()).isEqualTo("SMS");
        assertThat(body.path("from").asString()).isEqualTo("031-887-0000");
        assertThat(body.path("msg").asString())
                .as("as it was, whatever stands in it")
                .isEqualTo(SomeParcel.TEXT);
    }

    @Test
    void aNoIsARefusalAndARedirectionIsNotFollowed(CapturedOutput output) {
        status = 503;
        assertThat(send(url())).isEqualTo(new Outcome.Failed(Fault.REFUSED));
        status = 307;
        assertThat(send(url())).isEqualTo(new Outcome.Failed(Fault.REFUSED));
        assertThat(secrets).hasSize(2);
        assertThat(output.getAll()).contains("503").doesNotContain("9876", "very-secret", "가남읍");
    }

    @Test
    void anAbsentGatewayIsTriedAgainAndALostAnswerIsNot(CapturedOutput output) throws IOException {
        server.stop(0);
        assertThat(send(url())).isEqualTo(new Outcome.Failed(Fault.UNREACHABLE));
        assertThat(Fault.UNREACHABLE.again(Way.SMS)).isTrue();

        try (var hangsUp = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var thread = Thread.ofVirtual().start(() -> {
                try (var socket = hangsUp.accept()) {
                    assertThat(socket.getInputStream().read()).isPositive();
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            });
            assertThat(send(URI.create("http://localhost:" + hangsUp.getLocalPort() + "/")))
                    .isEqualTo(new Outcome.Failed(Fault.UNSURE));
            assertThat(Fault.UNSURE.again(Way.SMS)).isFalse();
            assertThat(thread).isNotNull();
        }
        assertThat(output.getAll()).doesNotContain("9876", "very-secret");
    }

    @Test
    void optionsThatMakeNoSenseAreRefused() {
        assertThatThrownBy(() -> gateway(url(), "{\"to\":\"{to}\"}")).hasMessageContaining("onmaru.notice.sms.body");
        assertThatThrownBy(() -> gateway(url(), "{\"to\":{to},\"text\":{text}"))
                .hasMessageContaining("onmaru.notice.sms.body");
        assertThatThrownBy(() -> gateway(URI.create("file:///tmp"), BODY))
                .hasMessageContaining("onmaru.notice.sms.url");
        assertThat(gateway(url(), BODY).toString()).doesNotContain("very-secret");
    }
}
