package org.onmaru.server.city.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onmaru.server.Browser;
import org.onmaru.server.ServerTest;
import org.onmaru.server.problem.Problem;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// What goes out to a push service, and what becomes of its answers.
@ServerTest
@ExtendWith(OutputCaptureExtension.class)
class PushesIT {

    private static final TestPushService SERVICE = new TestPushService();

    private static final PushMessage MESSAGE = new PushMessage(
            "상황보고 07:30 마감",
            "아직 제출되지 않았습니다.",
            "/reports",
            Language.KO,
            UUID.fromString("00000000-1111-2222-3333-444444444444"),
            Duration.ofMinutes(30));

    @Autowired
    private Pushes pushes;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void options(DynamicPropertyRegistry registry) {
        registry.add("onmaru.push.hosts", () -> "fcm.googleapis.com," + SERVICE.url() + ",localhost");
        registry.add("onmaru.push.timeout", () -> "2s");
        registry.add("onmaru.push.subject", () -> "mailto:onmaru@yeoju.example");
    }

    @AfterAll
    static void close() {
        SERVICE.close();
    }

    @Test
    void onlyThatBrowserReadsItAndTheServiceKnowsWhoWrote() {
        var browser = new TestBrowser(SERVICE.url());
        assertThat(pushes.send(browser.address(), MESSAGE)).isEqualTo(new PushOutcome.Taken());
        var sent = SERVICE.of(browser).getFirst();
        assertThat(browser.read(sent.body()).toString()).isEqualTo("""
                {"title":"상황보고 07:30 마감","text":"아직 제출되지 않았습니다.","path":"/reports","lang":"ko",\
                "topic":"00000000111122223333444444444444"}""");
        assertThat(sent.header("Content-Encoding")).isEqualTo("aes128gcm");
        assertThat(sent.header("TTL")).isEqualTo("1800");
        assertThat(sent.header("Urgency")).isEqualTo("high");
        assertThat(sent.header("Topic")).isEqualTo("00000000111122223333444444444444");
        var key = new Browser(port)
                .get("/api/v1/public/push-key")
                .body()
                .path("key")
                .asString();
        assertThat(sent.sender(SERVICE.url(), key).getSubject()).isEqualTo("mailto:onmaru@yeoju.example");
        assertThatThrownBy(() -> new TestBrowser(SERVICE.url()).read(sent.body()))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void everyServerUsesTheSameKey() {
        assertThat(new PushKeys(jdbc).pair().getX509PublicKey())
                .isEqualTo(new PushKeys(jdbc).pair().getX509PublicKey());
        assertThat(jdbc.sql("SELECT count(*) FROM push_key")
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @ParameterizedTest
    @CsvSource({
        "200, '', Taken[]",
        "202, '', Taken[]",
        "404, '', Gone[]",
        "410, '', Gone[]",
        "429, 120, Later[after=PT2M]",
        "429, '', Later[after=PT0S]",
        "429, 999999999, Later[after=PT30M]",
        "429, -5, Later[after=PT0S]",
        "429, soon, Later[after=PT0S]",
        "429, 'Sun, 22 Nov 2026 22:01:00 GMT', Later[after=PT1M]",
        "429, 'Sun, 22 Nov 2026 21:00:00 GMT', Later[after=PT0S]",
        "500, '', Later[after=PT0S]",
        "503, 7, Later[after=PT7S]",
        "400, '', Refused[]",
        "403, '', Refused[]",
        "413, '', Refused[]"
    })
    void everyAnswerMeansSomething(int status, String retryAfter, String outcome) {
        var browser = new TestBrowser(SERVICE.url());
        SERVICE.answer(browser, status, retryAfter.isEmpty() ? Map.of() : Map.of("Retry-After", retryAfter));
        assertThat(pushes.send(browser.address(), MESSAGE)).hasToString(outcome);
    }

    @Test
    void aRedirectionIsNotFollowed() {
        var browser = new TestBrowser(SERVICE.url());
        var elsewhere = new TestBrowser(SERVICE.url());
        SERVICE.answer(browser, 307, Map.of("Location", elsewhere.endpoint()));
        assertThat(pushes.send(browser.address(), MESSAGE)).isEqualTo(new PushOutcome.Refused());
        assertThat(SERVICE.of(elsewhere)).isEmpty();
    }

    @Test
    void aServiceThatNeverAnswersIsLeft() {
        var browser = new TestBrowser(SERVICE.url());
        SERVICE.hold();
        try {
            assertThat(pushes.send(browser.address(), MESSAGE)).isEqualTo(new PushOutcome.Unsure());
        } finally {
            SERVICE.release();
        }
    }

    @Test
    void whatIsKeptFromBeforeIsJudgedAgainAndNothingOfItIsLogged(CapturedOutput output) {
        var inside = new TestBrowser("https://localhost");
        assertThat(pushes.send(inside.address(), MESSAGE)).isEqualTo(new PushOutcome.Refused());
        var unknown = new TestBrowser("https://push.example");
        assertThat(pushes.send(unknown.address(), MESSAGE)).isEqualTo(new PushOutcome.Refused());
        var refused = new TestBrowser(SERVICE.url());
        SERVICE.answer(refused, 403, Map.of());
        assertThat(pushes.send(refused.address(), MESSAGE)).isEqualTo(new PushOutcome.Refused());
        assertThat(output.getAll()).contains("status 403");
        for (var browser : new TestBrowser[] {inside, unknown, refused}) {
            assertThat(output.getAll())
                    .doesNotContain(browser.endpoint(), browser.p256dh(), browser.auth(), MESSAGE.text());
        }
    }

    @Test
    void whatABrowserSaysIsRefusedWithASentence() {
        var known = new TestBrowser("https://fcm.googleapis.com");
        assertThat(pushes.address(known.endpoint(), known.p256dh(), known.auth()))
                .isEqualTo(known.address());
        refused("push-endpoint", "https://push.example/send/1", known.p256dh(), known.auth());
        refused("push-keys", known.endpoint(), known.auth(), known.auth());
        refused("push-keys", known.endpoint(), known.p256dh(), "");
    }

    private void refused(String code, String endpoint, String p256dh, String auth) {
        assertThatThrownBy(() -> pushes.address(endpoint, p256dh, auth))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.code()).isEqualTo(code);
                    assertThat(problem.ko()).isNotBlank();
                    assertThat(problem.en()).isNotBlank();
                });
    }
}
