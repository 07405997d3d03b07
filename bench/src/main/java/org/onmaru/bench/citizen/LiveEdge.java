package org.onmaru.bench.citizen;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Follows the live edge of an LL-HLS stream as players do: a blocking playlist reload, then the parts it newly lists.
/// One thread; blocks in [#follow].
public final class LiveEdge {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final HttpClient http;
    private final URI stream;
    private final Optional<String> authorization;
    private final InstantSource clock;
    private double mediaMs;
    private long lastMsn = -1;
    private int lastIndex = -1;
    private @Nullable URI media;

    /// @param stream a multivariant or media playlist
    /// @param authorization sent with each request, for programmes that are not public
    public LiveEdge(HttpClient http, URI stream, Optional<String> authorization, InstantSource clock) {
        this.http = http;
        this.stream = stream;
        this.authorization = authorization;
        this.clock = clock;
    }

    /// The stream answered something that is not the stream.
    public static final class BrokenStream extends IOException {

        private static final long serialVersionUID = 1L;

        BrokenStream(String what) {
            super(what);
        }
    }

    /// Hands over parts in order, from the newest that starts with an IDR, until the stream ends, breaks or the
    /// thread is interrupted. May be called again after it broke: it goes on with what is not yet handed over.
    public void follow(Consumer<Delivered> to) throws IOException, InterruptedException {
        Playlist playlist = reload(mediaPlaylist());
        int first = nextOf(playlist);
        while (true) {
            List<Playlist.Part> parts = playlist.parts();
            for (Playlist.Part part : parts.subList(first, parts.size())) {
                to.accept(fetch(part, playlist.partHoldBackMs()));
            }
            if (playlist.ended()) {
                return;
            }
            playlist = reload(blocking(playlist));
            first = nextOf(playlist);
        }
    }

    /// Index of the first listed part to hand over.
    private int nextOf(Playlist playlist) {
        List<Playlist.Part> parts = playlist.parts();
        int start = parts.size();
        for (int i = parts.size() - 1; i >= 0; i--) {
            Playlist.Part part = parts.get(i);
            if (lastMsn < 0) {
                if (part.independent()) {
                    return i;
                }
            } else if (part.after(lastMsn, lastIndex)) {
                start = i;
            }
        }
        return start;
    }

    private URI mediaPlaylist() throws IOException, InterruptedException {
        URI known = media;
        if (known == null) {
            String text = text(stream);
            known = Playlist.firstVariant(stream, text).orElse(stream);
            media = known;
        }
        return known;
    }

    /// The reload that waits for the part after the last one listed. A part past the end of a segment means the next
    /// segment's first, so nobody needs to know how many parts a segment has.
    private URI blocking(Playlist playlist) throws IOException, InterruptedException {
        URI base = mediaPlaylist();
        List<Playlist.Part> parts = playlist.parts();
        long msn = lastMsn;
        int part = lastIndex + 1;
        if (!parts.isEmpty() && lastMsn < 0) {
            msn = parts.getLast().msn();
            part = parts.getLast().index() + 1;
        }
        return msn < 0 ? base : URI.create(base + "?_HLS_msn=" + msn + "&_HLS_part=" + part);
    }

    private Playlist reload(URI uri) throws IOException, InterruptedException {
        try {
            return Playlist.parse(uri, text(uri));
        } catch (IllegalArgumentException e) {
            throw new BrokenStream(uri.getPath() + ": " + e.getMessage());
        }
    }

    private Delivered fetch(Playlist.Part part, double holdBackMs) throws IOException, InterruptedException {
        byte[] data = bytes(part.uri());
        double arrived = clock.millis();
        var delivered = new Delivered(
                part.msn(), part.index(), part.init(), data, arrived, mediaMs, part.durationMs(), holdBackMs);
        mediaMs += part.durationMs();
        lastMsn = part.msn();
        lastIndex = part.index();
        return delivered;
    }

    /// The initialisation section or any other file of the stream.
    public byte[] bytes(URI uri) throws IOException, InterruptedException {
        return send(uri, HttpResponse.BodyHandlers.ofByteArray());
    }

    private String text(URI uri) throws IOException, InterruptedException {
        return send(uri, HttpResponse.BodyHandlers.ofString());
    }

    private <T> T send(URI uri, HttpResponse.BodyHandler<T> handler) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(PATIENCE);
        authorization.ifPresent(value -> request.header("Authorization", value));
        HttpResponse<T> response = http.send(request.build(), handler);
        if (response.statusCode() != 200) {
            throw new BrokenStream(uri.getPath() + ": HTTP " + response.statusCode());
        }
        return response.body();
    }
}
