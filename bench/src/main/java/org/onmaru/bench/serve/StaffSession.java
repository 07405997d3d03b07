package org.onmaru.bench.serve;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Somebody of the demonstration's staff at their browser: cookies, CSRF header, JSON.
public final class StaffSession implements AutoCloseable {

    private static final String CSRF = "XSRF-TOKEN";

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final JsonMapper json = JsonMapper.shared();
    private final URI server;

    private StaffSession(URI server) {
        this.server = server;
    }

    /// @param data the server's data directory, where the demonstration keeps its sign-ins
    public static StaffSession signIn(int port, Path data, String login) throws IOException, InterruptedException {
        var session = new StaffSession(URI.create("http://localhost:" + port));
        String password;
        try (Stream<String> lines = Files.lines(data.resolve("run").resolve("demo-sign-ins"))) {
            password = lines.map(line -> line.split(" "))
                    .filter(words -> words[0].equals(login))
                    .map(words -> words[1])
                    .findFirst()
                    .orElseThrow(() -> new IOException("시연 계정이 없습니다 (no such demo account): " + login));
        }
        session.get("/api/v1/me"); // brings the token
        session.send("POST", "/api/v1/session", """
                {"loginName":"%s","password":"%s"}""".formatted(login, password));
        session.get("/api/v1/me"); // and another for who signed in
        return session;
    }

    public JsonNode get(String path) throws IOException, InterruptedException {
        return answer(
                http.send(HttpRequest.newBuilder(server.resolve(path)).build(), HttpResponse.BodyHandlers.ofString()));
    }

    public JsonNode send(String method, String path, String body) throws IOException, InterruptedException {
        return answer(http.send(
                HttpRequest.newBuilder(server.resolve(path))
                        .header("Content-Type", "application/json")
                        .header("X-" + CSRF, token())
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString()));
    }

    /// Reads an event stream, line by line, until the session is closed.
    public void follow(String path, Consumer<String> reader) {
        Thread.ofVirtual().start(() -> {
            try {
                http.send(HttpRequest.newBuilder(server.resolve(path)).build(), HttpResponse.BodyHandlers.ofLines())
                        .body()
                        .forEach(reader);
            } catch (IOException | UncheckedIOException e) {
                // The session was closed, or the server was: what did not come is missed by whoever counts.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private String token() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(CSRF))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    private JsonNode answer(HttpResponse<String> response) throws IOException {
        if (response.statusCode() / 100 != 2) {
            throw new IOException(response.uri().getPath() + ": HTTP " + response.statusCode() + " " + response.body());
        }
        return response.body().isBlank() ? json.createObjectNode() : json.readTree(response.body());
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
