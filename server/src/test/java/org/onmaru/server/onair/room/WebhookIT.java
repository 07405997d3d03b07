package org.onmaru.server.onair.room;

import static org.assertj.core.api.Assertions.assertThat;

import io.livekit.server.AccessToken;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.onmaru.server.onair.room.sfu.Sfu;
import org.onmaru.server.onair.room.sfu.SfuKey;
import org.onmaru.server.onair.support.OnairIT;
import org.springframework.beans.factory.annotation.Autowired;

/// A report counts with the SFU's signature over exactly its body, or not at all.
class WebhookIT extends OnairIT {

    private static final String BODY =
            "{\"event\":\"participant_joined\",\"room\":{\"name\":\"00000000-0000-0000-0000-000000000001\"}}";

    @Autowired
    private Sfu sfu;

    @Test
    void theSfusSignatureIsTaken() throws Exception {
        assertThat(report(BODY, signature(sfu.key(), BODY))).isEqualTo(204);
    }

    @Test
    void anotherSecretAnotherBodyOrNoneIsRefused() throws Exception {
        SfuKey forger = new SfuKey(sfu.key().key(), "another secret of thirty-two bytes!!");

        assertThat(report(BODY, signature(forger, BODY))).isEqualTo(401);
        assertThat(report(BODY + " ", signature(sfu.key(), BODY))).isEqualTo(401);
        assertThat(report(BODY, "")).isEqualTo(401);
    }

    private static String signature(SfuKey key, String body) throws Exception {
        AccessToken token = new AccessToken(key.key(), key.secret());
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8));
        token.setSha256(Base64.getEncoder().encodeToString(hash));
        return token.toJwt();
    }

    private int report(String body, String signature) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/internal/sfu/webhook"))
                .header("Content-Type", "application/webhook+json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (!signature.isEmpty()) {
            request.header("Authorization", signature);
        }
        return HttpClient.newHttpClient()
                .send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
