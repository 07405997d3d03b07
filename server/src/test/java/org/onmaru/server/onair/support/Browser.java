package org.onmaru.server.onair.support;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A browser with its cookies. It sends a bearer header too, which spares it the CSRF dance of a page.
public final class Browser {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final int port;
    private final HttpClient http;
    private String bearer = "none";

    public Browser(int port) {
        this(
                port,
                HttpClient.newBuilder()
                        .cookieHandler(new CookieManager())
                        .version(HttpClient.Version.HTTP_1_1)
                        .build());
    }

    private Browser(int port, HttpClient http) {
        this.port = port;
        this.http = http;
    }

    /// The same browser, with its cookies, at a server that came back on another port.
    public Browser at(int other) {
        return new Browser(other, http);
    }

    /// An answer with its JSON; a missing node when there was none.
    public record Answer(int status, JsonNode json) {}

    public Browser bearer(String token) {
        bearer = token;
        return this;
    }

    public void signIn(String name, String password) {
        Answer answer =
                send("POST", "/api/v1/session", "{\"loginName\":\"%s\",\"password\":\"%s\"}".formatted(name, password));
        if (answer.status() != 200) {
            throw new AssertionError("cannot sign in: " + answer);
        }
    }

    public Answer get(String path) {
        return send("GET", path, "");
    }

    public Answer put(String path, String body) {
        return send("PUT", path, body);
    }

    public Answer delete(String path) {
        return send("DELETE", path, "");
    }

    public Answer post(String path) {
        return send("POST", path, "");
    }

    public Answer post(String path, String body) {
        return send("POST", path, body);
    }

    public Answer send(String method, String path, String body) {
        try {
            HttpResponse<String> response =
                    http.send(request(method, path, body), HttpResponse.BodyHandlers.ofString());
            boolean json = response.headers()
                    .firstValue("content-type")
                    .filter(type -> type.contains("json"))
                    .isPresent();
            return new Answer(response.statusCode(), json ? JSON.readTree(response.body()) : JSON.missingNode());
        } catch (IOException e) {
            throw new AssertionError(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(method + " " + path, e);
        }
    }

    /// The request with this browser's cookies and header, for tests that send it their own way.
    public HttpRequest request(String method, String path, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(30))
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (!method.equals("GET") || !bearer.equals("none")) {
            request.header("Authorization", "Bearer " + bearer);
        }
        return request.build();
    }

    /// The request's whole head and body as text, to be written to a socket that is then cut.
    public String raw(String method, String path) {
        StringBuilder cookies = new StringBuilder();
        if (http.cookieHandler().orElseThrow() instanceof CookieManager kept) {
            kept.getCookieStore()
                    .getCookies()
                    .forEach(one -> cookies.append(one.getName())
                            .append('=')
                            .append(one.getValue())
                            .append("; "));
        }
        return method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nAuthorization: Bearer " + bearer
                + "\r\nCookie: " + cookies + "\r\nContent-Length: 0\r\n\r\n";
    }

    public HttpClient http() {
        return http;
    }
}
