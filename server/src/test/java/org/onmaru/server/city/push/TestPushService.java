package org.onmaru.server.city.push;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.interfaces.DecodedJWT;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/// A push service (RFC 8030) as a real HTTP server; it answers 201 unless told otherwise.
public final class TestPushService implements AutoCloseable {

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final Map<String, Queue<Reply>> replies = new ConcurrentHashMap<>();
    private volatile @Nullable CountDownLatch held;

    /// What somebody asked it to pass on.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Received(String path, Headers headers, byte[] body) {

        public String header(String name) {
            var value = headers.getFirst(name);
            if (value == null) {
                throw new AssertionError("no " + name);
            }
            return value;
        }

        /// Who wrote, as proved by the signature of RFC 8292 with the key that is named beside it.
        ///
        /// @param audience the origin of this service
        /// @param key the city's public key, base64url
        public DecodedJWT sender(String audience, String key) {
            var parts = header("Authorization").split("[ ,=]+", -1);
            if (parts.length != 5 || !parts[0].equals("vapid") || !parts[1].equals("t") || !parts[3].equals("k")) {
                throw new AssertionError("not VAPID");
            }
            if (!parts[4].equals(key)) {
                throw new AssertionError("somebody else's key");
            }
            try {
                var named = TestBrowser.publicKey(Base64.getUrlDecoder().decode(parts[4]));
                return JWT.require(Algorithm.ECDSA256(named, null))
                        .withAudience(audience)
                        .build()
                        .verify(parts[2]);
            } catch (GeneralSecurityException e) {
                throw new AssertionError(e);
            }
        }
    }

    private record Reply(int status, Map<String, String> headers) {}

    public TestPushService() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            var path = exchange.getRequestURI().getPath();
            var headers = new Headers();
            headers.putAll(exchange.getRequestHeaders());
            received.add(new Received(path, headers, exchange.getRequestBody().readAllBytes()));
            waitWhileHeld();
            var scripted = replies.get(path);
            var reply = scripted == null ? null : scripted.poll();
            if (reply == null) {
                reply = new Reply(201, Map.of());
            }
            reply.headers.forEach(exchange.getResponseHeaders()::add);
            exchange.sendResponseHeaders(reply.status, -1);
            exchange.close();
        });
        server.start();
    }

    /// Its origin.
    public String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /// What it says next to whoever writes to this browser; several are said one after another.
    public void answer(TestBrowser browser, int status, Map<String, String> headers) {
        replies.computeIfAbsent(path(browser), _ -> new ConcurrentLinkedQueue<>())
                .add(new Reply(status, headers));
    }

    /// Answers nobody until it is released.
    public void hold() {
        held = new CountDownLatch(1);
    }

    public void release() {
        var latch = held;
        if (latch != null) {
            latch.countDown();
        }
        held = null;
    }

    /// What came for this browser, refused or not.
    public List<Received> of(TestBrowser browser) {
        return received.stream().filter(one -> one.path().equals(path(browser))).toList();
    }

    @Override
    public void close() {
        release();
        server.stop(0);
        threads.close();
    }

    private static String path(TestBrowser browser) {
        return browser.endpoint().replaceFirst("^http://[^/]+", "");
    }

    private void waitWhileHeld() {
        var latch = held;
        try {
            if (latch != null) {
                latch.await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
