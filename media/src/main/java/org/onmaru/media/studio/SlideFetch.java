package org.onmaru.media.studio;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.onmaru.media.programme.SlideDoor;
import org.onmaru.wire.Slide;

/// Fetches slides from the server that the studio is connected to, with the studio's token.
final class SlideFetch implements SlideDoor {

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    /// Every pixel of the place without any compression, and a head.
    private static final int LARGEST = Slide.WIDTH * Slide.HEIGHT * 4 + 65_536;

    private final URI server;
    private final String token;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    /// @param server where the studio connects to, `ws://…`
    SlideFetch(URI server, String token) {
        this.server = URI.create("http://" + server.getRawAuthority());
        this.token = token;
    }

    @Override
    public byte[] fetch(Slide slide) throws IOException, InterruptedException {
        if (!slide.path().startsWith("/internal/")) {
            throw new IOException("a slide that is not the server's own");
        }
        var request = HttpRequest.newBuilder(server.resolve(slide.path()))
                .header("Authorization", "Bearer " + token)
                .timeout(PATIENCE)
                .build();
        var answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        try (var body = answer.body()) {
            if (answer.statusCode() != 200) {
                throw new IOException("the server answers " + answer.statusCode());
            }
            byte[] picture = body.readNBytes(LARGEST + 1);
            if (picture.length > LARGEST) {
                throw new IOException("a slide that is too large");
            }
            return picture;
        }
    }
}
