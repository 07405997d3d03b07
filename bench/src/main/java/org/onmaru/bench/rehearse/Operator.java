package org.onmaru.bench.rehearse;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The server as its operator on the same machine speaks to it: with the token from its data directory, through the
/// door that it keeps for this machine, however it speaks to others.
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

    /// The operator of the server whose data lies in `data`.
    public static Operator of(HttpClient http, Path data) throws IOException {
        return of(http, data, OptionalInt.empty());
    }

    /// The same, when the server must be the one that everybody reaches on this port.
    public static Operator of(HttpClient http, Path data, OptionalInt expected) throws IOException {
        // in this order: a fresh token never goes to the port of the server before
        List<String> token = read(data, "operator.token");
        List<String> ports = read(data, "operator.port");
        if (ports.size() < 2 || token.isEmpty()) {
            throw new Refused("서버가 아직 시작하는 중입니다. 잠시 뒤 다시 해 주세요", "the server is still starting, try again");
        }
        if (expected.isPresent() && !ports.get(1).equals(Integer.toString(expected.getAsInt()))) {
            throw new Refused(
                    "%s 폴더의 서버는 %s 포트에 있습니다. %d 포트에 있는 서버의 폴더를 --data로 알려 주세요"
                            .formatted(data, ports.get(1), expected.getAsInt()),
                    "the server of this data is on port " + ports.get(1) + ": name the other's with --data");
        }
        return new Operator(http, URI.create("http://127.0.0.1:" + ports.getFirst()), "Bearer " + token.getFirst());
    }

    private static List<String> read(Path data, String name) throws IOException {
        Path file = data.resolve("run").resolve(name);
        try {
            return Files.readAllLines(file);
        } catch (NoSuchFileException e) {
            throw new Refused(
                    "%s 파일이 없습니다. 서버가 켜져 있는지, --data 폴더가 맞는지 확인해 주세요".formatted(file),
                    "no such file: is the server running, is --data right?");
        } catch (AccessDeniedException e) {
            throw new Refused(
                    "%s 파일을 읽을 권한이 없습니다. 서버를 켠 사용자로 해 주세요".formatted(file),
                    "only the user who runs the server may read that file");
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
