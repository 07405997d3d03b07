package org.onmaru.server.city.push;

import com.interaso.webpush.WebPush;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.problem.Problem;
import org.onmaru.server.settings.OnmaruSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The door to browsers. Addresses, keys and words are never logged.
@Component
public class Pushes {

    private static final Logger log = LoggerFactory.getLogger(Pushes.class);
    private static final Duration TOKEN_LIFE = Duration.ofHours(1); // it would be believed for twelve
    private static final int MOST_TOKENS = 1_000;
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(30);

    private final PushHosts hosts;
    private final WebPush webPush;
    private final HttpClient http;
    private final Duration timeout;
    private final JsonMapper json;
    private final Clock clock;
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();

    Pushes(PushKeys keys, PushSettings settings, OnmaruSettings onmaru, JsonMapper json, Clock clock) {
        this.hosts = new PushHosts(settings.hosts());
        this.webPush = new WebPush(subject(settings.subject(), onmaru.publicUrl()), keys.pair());
        this.timeout = settings.timeout();
        this.json = json;
        this.clock = clock;
        // Redirections are not followed: they could lead anywhere.
        this.http = HttpClient.newBuilder()
                .connectTimeout(timeout)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /// Says to a push service who writes; the same for an hour.
    private record Token(String text, Instant until) {}

    /// What the service worker reads.
    private record Payload(String title, String text, String path, String lang, String topic) {}

    /// The city's public key as browsers want it.
    public String key() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(webPush.getVapidKeys().getApplicationServerKey());
    }

    /// What a browser says of itself.
    ///
    /// @throws Problem when it cannot be one, or its push service is none that this city writes to
    public PushAddress address(String endpoint, String p256dh, String auth) {
        if (hosts.accept(endpoint).isEmpty()) {
            throw Problem.bad(
                    "push-endpoint",
                    "이 브라우저가 쓰는 알림 서비스로는 보낼 수 없습니다. 다른 브라우저에서 시도하십시오.",
                    "This city does not send to this browser's push service. Please try another browser.");
        }
        if (!BrowserKeys.isPublicKey(p256dh) || !BrowserKeys.isSecret(auth)) {
            throw Problem.bad(
                    "push-keys",
                    "브라우저가 보낸 알림 열쇠가 올바르지 않습니다. 화면을 새로 고친 뒤 다시 시도하십시오.",
                    "The keys that the browser gave are not valid. Please reload the page and try again.");
        }
        return new PushAddress(endpoint, p256dh, auth);
    }

    /// Tries once; waits for a push service as long as the timeouts say.
    public PushOutcome send(PushAddress to, PushMessage message) {
        var endpoint = hosts.accept(to.endpoint()).orElse(null);
        if (endpoint == null || hosts.leadsInside(endpoint)) {
            log.warn("push {} goes nowhere: its push service is not one of onmaru.push.hosts", message.topic());
            return new PushOutcome.Refused();
        }
        try {
            var response = http.send(request(endpoint, to, message), HttpResponse.BodyHandlers.ofInputStream());
            response.body().close(); // what it says beside its status is of no interest, be it endless
            return outcome(response, message);
        } catch (ConnectException | HttpConnectTimeoutException | SSLException e) {
            return failed(new PushOutcome.Unreachable(), endpoint, message, e);
        } catch (IOException e) {
            return failed(new PushOutcome.Unsure(), endpoint, message, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new PushOutcome.Unsure();
        }
    }

    @PreDestroy
    void stop() {
        http.shutdownNow();
    }

    private HttpRequest request(URI endpoint, PushAddress to, PushMessage message) {
        var payload = json.writeValueAsBytes(new Payload(
                message.title(),
                message.text(),
                message.path(),
                message.language().tag(),
                message.topic()));
        var body = webPush.getBody(
                payload,
                BrowserKeys.decoded(to.p256dh()).orElseThrow(),
                BrowserKeys.decoded(to.auth()).orElseThrow());
        var request =
                HttpRequest.newBuilder(endpoint).timeout(timeout).POST(HttpRequest.BodyPublishers.ofByteArray(body));
        int ttl = Math.toIntExact(Math.max(0, message.ttl().toSeconds()));
        webPush.getHeadersWithToken(token(endpoint), ttl, message.topic(), WebPush.Urgency.High)
                .forEach(request::header);
        return request.build();
    }

    private String token(URI endpoint) {
        var audience = webPush.getAudience(endpoint.toString());
        var now = clock.instant();
        if (tokens.size() > MOST_TOKENS) {
            tokens.clear(); // somebody invents names of push services
        }
        return tokens.compute(
                        audience,
                        (_, known) -> known != null && now.isBefore(known.until)
                                ? known
                                : new Token(webPush.getToken(audience, 12 * 60 * 60), now.plus(TOKEN_LIFE)))
                .text;
    }

    private PushOutcome outcome(HttpResponse<?> response, PushMessage message) {
        int status = response.statusCode();
        if (status / 100 == 2) {
            return new PushOutcome.Taken();
        }
        if (status == 404 || status == 410) {
            return new PushOutcome.Gone();
        }
        log.warn("{} answered push {} with status {}", response.uri().getHost(), message.topic(), status);
        return status == 429 || status >= 500
                ? new PushOutcome.Later(
                        pause(response.headers().firstValue("Retry-After").orElse("")))
                : new PushOutcome.Refused();
    }

    /// Seconds or a date (RFC 9110, 10.2.3); nothing when it is neither.
    private Duration pause(String retryAfter) {
        Duration asked;
        try {
            asked = retryAfter.matches("[0-9]{1,9}")
                    ? Duration.ofSeconds(Long.parseLong(retryAfter))
                    : Duration.between(
                            clock.instant(), ZonedDateTime.parse(retryAfter, DateTimeFormatter.RFC_1123_DATE_TIME));
        } catch (DateTimeException e) {
            return Duration.ZERO;
        }
        if (asked.isNegative()) {
            return Duration.ZERO;
        }
        return asked.compareTo(LONGEST_PAUSE) < 0 ? asked : LONGEST_PAUSE;
    }

    private static PushOutcome failed(PushOutcome outcome, URI endpoint, PushMessage message, IOException e) {
        log.warn(
                "push {} to {}: {} ({})",
                message.topic(),
                endpoint.getHost(),
                outcome.getClass().getSimpleName(),
                e.getClass().getSimpleName());
        return outcome;
    }

    private static String subject(@Nullable String given, @Nullable String publicUrl) {
        if (given != null) {
            return given;
        }
        return publicUrl != null && publicUrl.startsWith("https://") ? publicUrl : "mailto:onmaru@localhost";
    }
}
