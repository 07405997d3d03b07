package org.onmaru.bench.rehearse;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The server as its operator on the same machine speaks to it: with the token from its data directory.
public final class Operator {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient http;
    private final URI server;
    private final String authorization;
    private final JsonMapper json = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private Operator(HttpClient http, URI server, String authorization) {
        this.http = http;
        this.server = server;
        this.authorization = authorization;
    }

    /// The server said no, or is not there. The message is for people, Korean first.
    public static final class Refused extends IOException {

        private static final long serialVersionUID = 1L;

        Refused(String korean, String english) {
            super(korean + " (" + english + ")");
        }
    }

    /// The operator of the server on `port` whose data lies in `data`.
    public static Operator of(HttpClient http, int port, Path data) throws IOException {
        Path file = data.resolve("run").resolve("operator.token");
        try {
            String token = Files.readString(file).strip();
            return new Operator(http, URI.create("http://127.0.0.1:" + port), "Bearer " + token);
        } catch (NoSuchFileException e) {
            throw new Refused(
                    "%s 파일이 없습니다. 서버가 켜져 있는지, --data 폴더가 맞는지 확인해 주세요".formatted(file),
                    "no operator token there: is the server running, is --data right?");
        }
    }

    /// What goes into an `Authorization` header.
    public String authorization() {
        return authorization;
    }

    /// An address of this server.
    public URI at(String path) {
        return server.resolve(path);
    }

    /// Opens a rehearsal, or seats attendees in today's meeting.
    public Rehearsal open(int attendees, boolean real) throws IOException, InterruptedException {
        return json.treeToValue(
                post("/api/v1/operator/rehearsal", Map.of("attendees", attendees, "real", real)), Rehearsal.class);
    }

    public void start(String meeting) throws IOException, InterruptedException {
        post(meetings(meeting) + "/start", Map.of());
    }

    public void adjourn(String meeting) throws IOException, InterruptedException {
        post(meetings(meeting) + "/adjourn", Map.of());
    }

    public void goOnAir(String meeting) throws IOException, InterruptedException {
        post(meetings(meeting) + "/on-air", Map.of());
    }

    public void goOffAir(String meeting) throws IOException, InterruptedException {
        post(meetings(meeting) + "/off-air", Map.of());
    }

    public ProgrammeView programme(String meeting) throws IOException, InterruptedException {
        return json.treeToValue(
                send(request(meetings(meeting) + "/programme").GET().build()), ProgrammeView.class);
    }

    private static String meetings(String meeting) {
        return "/api/v1/meetings/" + meeting;
    }

    private JsonNode post(String path, Map<String, ?> body) throws IOException, InterruptedException {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body)))
                .build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(at(path)).timeout(PATIENCE).header("Authorization", authorization);
    }

    private JsonNode send(HttpRequest request) throws IOException, InterruptedException {
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() / 100 != 2) {
                throw refused(request, response);
            }
            return response.body().isBlank() ? json.createObjectNode() : json.readTree(response.body());
        } catch (ConnectException e) {
            throw new Refused("서버가 %s에서 응답하지 않습니다".formatted(server), "no server answers at " + server);
        } catch (JacksonException e) {
            throw new Refused(
                    "서버의 응답을 읽을 수 없습니다",
                    "unreadable answer from " + request.uri().getPath());
        }
    }

    private Refused refused(HttpRequest request, HttpResponse<String> response) {
        String english = request.uri().getPath() + ": HTTP " + response.statusCode();
        try {
            JsonNode problem = json.readTree(response.body());
            return new Refused(
                    problem.path("detail").asString("서버가 요청을 거절했습니다"),
                    problem.path("detailEn").asString(english));
        } catch (JacksonException e) {
            return new Refused("서버가 요청을 거절했습니다", english);
        }
    }
}
