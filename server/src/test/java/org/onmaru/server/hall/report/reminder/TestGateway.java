package org.onmaru.server.hall.report.reminder;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A provider's gateway for text messages, as a real HTTP server.
final class TestGateway implements AutoCloseable {

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;
    private final List<JsonNode> bodies = new CopyOnWriteArrayList<>();
    private final List<String> secrets = new CopyOnWriteArrayList<>();
    private final AtomicInteger refusals = new AtomicInteger();
    private volatile @Nullable CountDownLatch held;

    TestGateway() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            var body = JsonMapper.shared().readTree(exchange.getRequestBody().readAllBytes());
            secrets.add(exchange.getRequestHeaders().getFirst("Authorization"));
            bodies.add(body);
            boolean refused = refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
            waitWhileHeld();
            exchange.sendResponseHeaders(refused ? 503 : 202, -1);
            exchange.close();
        });
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/messages";
    }

    /// Says no to the next requests.
    void refuse(int times) {
        refusals.set(times);
    }

    /// Answers nobody until it is released.
    void hold() {
        held = new CountDownLatch(1);
    }

    void release() {
        var latch = held;
        if (latch != null) {
            latch.countDown();
        }
    }

    /// What was posted, refused or not.
    List<JsonNode> bodies() {
        return bodies;
    }

    List<String> secrets() {
        return secrets;
    }

    void forget() {
        release();
        bodies.clear();
        secrets.clear();
        refusals.set(0);
        held = null;
    }

    @Override
    public void close() {
        release();
        server.stop(0);
        threads.close();
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
