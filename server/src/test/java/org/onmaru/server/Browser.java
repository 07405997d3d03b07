package org.onmaru.server;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.settings.DataDirectory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Speaks to the server as the web application does: cookies, CSRF header, JSON.
public final class Browser {

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client;
    private final String base;

    public Browser(int port) {
        this("http://localhost:" + port, HttpClient.newBuilder());
    }

    /// @param base address of the server without a path
    /// @param client whom it trusts and from which address it comes
    public Browser(String base, HttpClient.Builder client) {
        this.base = base;
        this.client = client.cookieHandler(cookies).build();
    }

    /// @param body null when the answer had none
    public record Answer(int status, JsonNode body, HttpResponse<String> raw) {
        public String code() {
            return body.path("code").asString("");
        }
    }

    public Answer get(String path) {
        return send("GET", path, null, true);
    }

    /// As a proxy would pass it on for somebody at that address.
    public Answer from(String address, String path) {
        return exchange(HttpRequest.newBuilder(URI.create(base + path))
                .header("X-Forwarded-For", address)
                .build());
    }

    public Answer post(String path, String json) {
        return send("POST", path, json, true);
    }

    /// Sends bytes as a browser sends a file.
    public Answer put(String path, byte[] bytes) {
        return exchange(HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/octet-stream")
                .header("X-XSRF-TOKEN", csrfToken())
                .PUT(HttpRequest.BodyPublishers.ofByteArray(bytes))
                .build());
    }

    /// As a foreign page would: with the cookies, without the CSRF header.
    public Answer forged(String method, String path) {
        return send(method, path, "{}", false);
    }

    public Answer send(String method, String path, @Nullable String json, boolean csrf) {
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/json")
                .method(
                        method,
                        json == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(json));
        if (csrf && !method.equals("GET")) {
            request.header("X-XSRF-TOKEN", csrfToken());
        }
        return exchange(request.build());
    }

    /// A file as it comes.
    public HttpResponse<byte[]> download(String path) {
        try {
            return client.send(
                    HttpRequest.newBuilder(URI.create(base + path)).build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// An event stream, line by line; to be closed.
    public Stream<String> lines(String path) {
        try {
            return client.send(
                            HttpRequest.newBuilder(URI.create(base + path)).build(),
                            HttpResponse.BodyHandlers.ofLines())
                    .body();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public Answer exchange(HttpRequest request) {
        try {
            var response = client.send(request, HttpResponse.BodyHandlers.ofString());
            var type = response.headers().firstValue("Content-Type").orElse("");
            var body = JsonMapper.shared().readTree(type.contains("json") ? response.body() : "{}");
            return new Answer(response.statusCode(), body, response);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// Server-sent events as they come, each as its name, a space and its JSON.
    public BlockingQueue<String> events(String path) {
        var events = new LinkedBlockingQueue<String>();
        try {
            var response = client.send(
                    HttpRequest.newBuilder(URI.create(base + path)).build(), HttpResponse.BodyHandlers.ofLines());
            if (response.statusCode() != 200) {
                throw new AssertionError(path + ": " + response.statusCode());
            }
            Thread.ofVirtual().start(() -> {
                var name = new String[] {""};
                response.body().forEach(line -> {
                    if (line.startsWith("event:")) {
                        name[0] = line.substring("event:".length());
                    } else if (line.startsWith("data:")) {
                        events.add(name[0] + " " + line.substring("data:".length()));
                    }
                });
            });
            return events;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public Answer signIn(String login, String password) {
        return post("/api/v1/session", "{\"loginName\":\"%s\",\"password\":\"%s\"}".formatted(login, password));
    }

    /// Signs in as one of the demonstration's people.
    public static Browser as(String login, int port, DataDirectory data) {
        var browser = new Browser(port);
        var answer = browser.signIn(login, demoPassword(data));
        if (answer.status() != 200) {
            throw new AssertionError(answer.toString());
        }
        return browser;
    }

    public static String demoPassword(DataDirectory data) {
        try {
            return Files.readString(Path.of(data.path().toString(), "run", "demo-sign-ins"))
                    .split(" ", 3)[1];
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private String csrfToken() {
        send("GET", "/api/v1/me", null, false);
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElseThrow();
    }
}
