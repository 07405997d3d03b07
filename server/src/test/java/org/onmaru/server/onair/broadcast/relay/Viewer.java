package org.onmaru.server.onair.broadcast.relay;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.onmaru.wire.live.LiveRequest.Names;
import org.onmaru.wire.live.Position;

/// A player: blocking reload and the part it brought, again and again.
final class Viewer {

    /// When each position's playlist was here, `System.nanoTime()`.
    final Map<Position, Long> arrivals = new TreeMap<>();

    final List<String> failures = new ArrayList<>();
    boolean ended;

    private final HttpClient http;
    private final URI base;
    private final Map<String, Integer> bodies;

    /// @param bodies what others got at the same URLs
    Viewer(HttpClient http, URI base, Map<String, Integer> bodies) {
        this.http = http;
        this.base = base;
        this.bodies = bodies;
    }

    static Map<String, Integer> bodies() {
        return new ConcurrentHashMap<>();
    }

    HttpResponse<byte[]> get(String name) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(base.resolve(name))
                .timeout(Duration.ofSeconds(30))
                .build();
        HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        boolean lasting =
                response.headers().firstValue("Cache-Control").orElse("").contains("max-age");
        int hash = Arrays.hashCode(response.body());
        if (lasting && bodies.merge(base.resolve(name).toString(), hash, (old, now) -> old) != hash) {
            failures.add(name + " has two bodies");
        }
        return response;
    }

    PlaylistText playlist(String query) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = get("main.m3u8" + query);
        if (response.statusCode() != 200) {
            throw new IOException(query + ": " + response.statusCode());
        }
        return PlaylistText.parse(new String(response.body(), StandardCharsets.UTF_8));
    }

    /// Watches so many parts, or to the end.
    void watch(int parts) throws IOException, InterruptedException {
        PlaylistText playlist = playlist("");
        for (int i = 0; i < parts && !playlist.edition().ended(); i++) {
            Position before = playlist.edition().last();
            Position next = playlist.edition().next();
            playlist = playlist("?_HLS_msn=" + next.msn() + "&_HLS_part=" + next.part());
            arrivals.putIfAbsent(playlist.edition().last(), System.nanoTime());
            for (Position part : playlist.parts()) {
                if (part.compareTo(before) > 0) {
                    HttpResponse<byte[]> response = get(Names.part(part));
                    if (response.statusCode() != 200) {
                        failures.add(Names.part(part) + ": " + response.statusCode());
                    }
                }
            }
        }
        ended = playlist.edition().ended();
    }
}
