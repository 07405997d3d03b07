package org.onmaru.media.hls;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.onmaru.wire.live.Answer;
import org.onmaru.wire.live.Edition;
import org.onmaru.wire.live.LiveRequest;

/// Serves one packager's output on 127.0.0.1 to whoever has the key: the server's relays. One virtual thread a
/// request; a held request costs nothing else.
public final class Origin implements AutoCloseable {

    static {
        // The JDK's server waits for acknowledgements otherwise, 40 ms a reply, and forgets busy relays.
        setDefault("sun.net.httpserver.nodelay", "true");
        setDefault("sun.net.httpserver.maxIdleConnections", "1000");
    }

    private static final String PLAYLIST = "application/vnd.apple.mpegurl";
    private static final String MEDIA = "video/mp4";
    private static final String LASTING = "public, max-age=31536000, immutable";
    private static final String MINUTE = "public, max-age=60";

    private static final long QUIET = 500_000_000L;
    private static final long LONGEST_FAREWELL = 3_000_000_000L;

    private final String prefix;
    private final String multivariant;
    private final LivePlaylist playlist;
    private final String key;
    private final HttpServer http;
    private final ExecutorService threads;
    private final LongAdder requests = new LongAdder();
    private volatile long lastRequest = System.nanoTime();

    private Origin(Packager packager, HttpServer http, String key) {
        prefix = "/" + packager.instance() + "/";
        multivariant = Multivariant.of(packager.format());
        playlist = packager.playlist();
        this.key = key;
        this.http = http;
        threads = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("origin-", 0).factory());
        http.setExecutor(threads);
        http.createContext("/", this::handle);
    }

    /// Starts on a free port with a new key.
    public static Origin start(Packager packager) throws IOException {
        byte[] secret = new byte[24];
        new SecureRandom().nextBytes(secret);
        InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        HttpServer http = HttpServer.create(new InetSocketAddress(loopback, 0), 1024);
        Origin origin = new Origin(packager, http, HexFormat.of().formatHex(secret));
        http.start();
        return origin;
    }

    /// TCP port on 127.0.0.1.
    public int port() {
        return http.getAddress().getPort();
    }

    /// What `Authorization: Bearer …` must carry.
    public String key() {
        return key;
    }

    /// Requests that came so far.
    public long requests() {
        return requests.sum();
    }

    /// Stops. When the playlist has ended, relays first get the last pieces: it waits until they ask no more, three
    /// seconds at most. Otherwise held requests are cut at once.
    @Override
    public void close() {
        long now = System.nanoTime();
        long latest = now + LONGEST_FAREWELL;
        while (playlist.ended() && now < Math.min(latest, lastRequest + QUIET)) {
            LockSupport.parkNanos(QUIET / 10);
            now = System.nanoTime();
        }
        http.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        requests.increment();
        lastRequest = System.nanoTime();
        try (exchange) {
            if (!authorised(exchange.getRequestHeaders().getFirst("Authorization"))) {
                fail(exchange, 401, "key");
                return;
            }
            if (!exchange.getRequestMethod().equals("GET")) {
                fail(exchange, 405, "GET only");
                return;
            }
            String path = exchange.getRequestURI().getRawPath();
            if (path.startsWith(prefix)) {
                String query = exchange.getRequestURI().getRawQuery();
                answer(exchange, LiveRequest.parse(path.substring(prefix.length()), query));
            } else {
                fail(exchange, 404, "no such programme");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean authorised(@Nullable String header) {
        byte[] wanted = ("Bearer " + key).getBytes(StandardCharsets.UTF_8);
        return header != null && MessageDigest.isEqual(wanted, header.getBytes(StandardCharsets.UTF_8));
    }

    private void answer(HttpExchange exchange, LiveRequest request) throws IOException, InterruptedException {
        switch (request) {
            case LiveRequest.Multivariant() ->
                send(exchange, PLAYLIST, MINUTE, List.of(multivariant.getBytes(StandardCharsets.UTF_8)));
            case LiveRequest.Plain() -> answer(exchange, playlist.editions().plain());
            case LiveRequest.Blocking(long msn, int part) ->
                answer(exchange, playlist.editions().blocking(msn, part));
            case LiveRequest.Init(int epoch) ->
                piece(exchange, playlist.init(epoch).map(List::of));
            case LiveRequest.Segment(long msn) -> piece(exchange, playlist.whole(msn));
            case LiveRequest.Part part -> part(exchange, part);
            case LiveRequest.Bad(String reason) -> fail(exchange, 400, reason);
            case LiveRequest.Unknown() -> fail(exchange, 404, "no such name");
        }
    }

    private void part(HttpExchange exchange, LiveRequest.Part part) throws IOException, InterruptedException {
        switch (playlist.editions().part(part.position())) {
            case YES -> piece(exchange, playlist.part(part.position()).map(List::of));
            case NEVER -> fail(exchange, 404, "not announced");
            case TIMED_OUT -> fail(exchange, 503, "not yet");
        }
    }

    private static void answer(HttpExchange exchange, Answer answer) throws IOException {
        switch (answer) {
            case Answer.Found(Edition edition, boolean lasting) -> playlist(exchange, edition, lasting);
            case Answer.TooFar() -> fail(exchange, 400, "too far in the future");
            case Answer.TimedOut() -> fail(exchange, 503, "not yet");
        }
    }

    private static void playlist(HttpExchange exchange, Edition edition, boolean lasting) throws IOException {
        String accepted = exchange.getRequestHeaders().getFirst("Accept-Encoding");
        boolean gzip = accepted != null && accepted.toLowerCase(Locale.ROOT).contains("gzip");
        Headers headers = exchange.getResponseHeaders();
        headers.set("Vary", "Accept-Encoding");
        if (gzip) {
            headers.set("Content-Encoding", "gzip");
        }
        send(exchange, PLAYLIST, lasting ? MINUTE : "no-cache", List.of(gzip ? edition.gzip() : edition.body()));
    }

    private static void piece(HttpExchange exchange, Optional<List<byte[]>> bodies) throws IOException {
        if (bodies.isPresent()) {
            send(exchange, MEDIA, LASTING, bodies.get());
        } else {
            fail(exchange, 404, "not here");
        }
    }

    private static void send(HttpExchange exchange, String type, String cache, List<byte[]> bodies) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Cache-Control", cache);
        long length = bodies.stream().mapToLong(body -> body.length).sum();
        exchange.sendResponseHeaders(200, length);
        try (OutputStream out = exchange.getResponseBody()) {
            for (byte[] body : bodies) {
                out.write(body);
            }
        }
    }

    private static void fail(HttpExchange exchange, int status, String why) throws IOException {
        byte[] body = (why + "\n").getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(status, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private static void setDefault(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}
