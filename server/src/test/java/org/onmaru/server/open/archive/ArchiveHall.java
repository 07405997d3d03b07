package org.onmaru.server.open.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.onmaru.server.Browser;
import org.onmaru.server.settings.DataDirectory;
import tools.jackson.databind.JsonNode;

/// A meeting of the demonstration's daily series, and those who search for what was said in it.
final class ArchiveHall {

    final Browser host;
    final Browser clerk;
    final Browser citizen;
    final String meeting;
    private final int port;
    private final DataDirectory data;

    /// A sitting of its own, open.
    ArchiveHall(int port, DataDirectory data, boolean rehearsal) {
        this.port = port;
        this.data = data;
        host = as("host");
        clerk = as("clerk");
        citizen = new Browser(port);
        meeting = ok(host.post("/api/v1/meetings", """
                {"seriesId":"%s","date":"2026-11-23","startsAt":"08:30","rehearsal":%s}""".formatted(series(), rehearsal)))
                .path("id")
                .asString();
        ok(host.post(path("/open"), "{}"));
    }

    Browser as(String login) {
        return Browser.as(login, port, data);
    }

    /// Somebody of the city who belongs to no series and no unit.
    Browser outsider() {
        var login = "outsider" + UUID.randomUUID().toString().substring(0, 8);
        ok(as("admin").post("/api/v1/people", """
                {"loginName":"%s","name":"바깥사람","password":"abcdefghijk1","postId":null,"cityRoles":[]}""".formatted(login)));
        var browser = new Browser(port);
        ok(browser.signIn(login, "abcdefghijk1"));
        return browser;
    }

    String series() {
        return host.get("/api/v1/series")
                .body()
                .valueStream()
                .filter(one -> one.path("name").asString().startsWith("통합재난"))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
    }

    String path(String more) {
        return "/api/v1/meetings/" + meeting + more;
    }

    void start() {
        ok(host.post(path("/start"), "{}"));
    }

    void adjourn() {
        ok(host.post(path("/adjourn"), "{}"));
    }

    /// Puts an item on the agenda; its key.
    String item(String title, boolean open) {
        return ok(host.post(path("/agenda/items"), """
                {"kind":"OTHER","title":"%s","titleEn":null,"unitId":null,"minutes":5,"open":%s}""".formatted(title, open)))
                .path("items")
                .valueStream()
                .filter(item -> item.path("title").asString().equals(title))
                .findFirst()
                .orElseThrow()
                .path("key")
                .asString();
    }

    void begin(String item) {
        ok(host.post(path("/agenda/items/" + item + "/start"), "{}"));
    }

    void directive(String line) {
        ok(clerk.post("/api/v1/directives", """
                {"captureId":"%s","meetingId":"%s","line":"%s","correction":null,"askedByUnitId":null,"givenBy":"",
                 "saidAgoMs":0}""".formatted(UUID.randomUUID(), meeting, line)));
    }

    void write(String field, String base, String value) {
        ok(clerk.send("PATCH", path("/minutes"), """
                {"changeId":"%s","edits":[{"field":"%s","base":"%s","value":"%s"}]}""".formatted(UUID.randomUUID(), field, base, value), true));
    }

    /// What the system does not know by itself in a meeting without a room.
    void writeTheRest() {
        write("attendees", "", "시장 한가온");
        write("decisions/meeting", "", "다음 날 다시 논의한다.");
        write("votes/meeting", "", "해당 없음");
        ok(clerk.post(path("/minutes/review"), "{}"));
    }

    /// Finalised, signed by both, and published.
    void publish() {
        var signers = ok(clerk.get(path("/minutes/signers")))
                .valueStream()
                .filter(one -> one.path("suggested").asBoolean())
                .map(one -> '"' + one.path("personId").asString() + '"')
                .collect(Collectors.joining(","));
        var sha256 = ok(clerk.post(path("/minutes/finalise"), "{\"signers\":[" + signers + "]}"))
                .path("sha256")
                .asString();
        for (var signer : new String[] {"mayor", "clerk"}) {
            ok(as(signer).post(path("/minutes/sign"), "{\"sha256\":\"" + sha256 + "\"}"));
        }
        ok(clerk.post(path("/minutes/publish"), "{}"));
    }

    /// What a person of the city finds.
    static JsonNode finds(Browser browser, String words, String more) {
        return ok(browser.get("/api/v1/archive?q=" + encoded(words) + more));
    }

    /// What everybody finds.
    static JsonNode found(Browser browser, String words, String more) {
        return ok(browser.get("/api/v1/public/archive?q=" + encoded(words) + more));
    }

    static int count(JsonNode answer, String kind) {
        return answer.path("counts")
                .valueStream()
                .filter(one -> one.path("kind").asString().equals(kind))
                .findFirst()
                .orElseThrow()
                .path("count")
                .asInt();
    }

    static String text(JsonNode segments) {
        return segments.valueStream()
                .map(one -> one.path("marked").asBoolean()
                        ? "[" + one.path("text").asString() + "]"
                        : one.path("text").asString())
                .collect(Collectors.joining());
    }

    /// The index follows within moments; the last failure is told when it does not.
    static void eventually(Runnable condition) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(100))
                .untilAsserted(condition::run);
    }

    static void eventually(Browser browser, String words, Consumer<JsonNode> expected) {
        eventually(() -> expected.accept(found(browser, words, "")));
    }

    static JsonNode ok(Browser.Answer answer) {
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
        return answer.body();
    }

    static String encoded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }
}
