package org.onmaru.server.open.archive;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.onmaru.server.Browser;
import org.onmaru.server.HeldMeeting;
import org.onmaru.server.settings.DataDirectory;
import tools.jackson.databind.JsonNode;

/// An open meeting, and those who search for what was said in it.
final class ArchiveHall extends HeldMeeting {

    final Browser citizen = anybody();

    ArchiveHall(int port, DataDirectory data, boolean rehearsal) {
        super(port, data, rehearsal);
    }

    /// Somebody of the city who belongs to no series and no unit.
    Browser outsider() {
        var login = "outsider" + UUID.randomUUID().toString().substring(0, 8);
        ok(as("admin").post("/api/v1/people", """
                {"loginName":"%s","name":"바깥사람","password":"abcdefghijk1","postId":null,"cityRoles":[]}""".formatted(login)));
        var browser = anybody();
        ok(browser.signIn(login, "abcdefghijk1"));
        return browser;
    }

    /// What the system does not know by itself in a meeting without a room.
    void writeTheRest() {
        write("attendees", "", "시장 한가온");
        write("decisions/meeting", "", "다음 날 다시 논의한다.");
        write("votes/meeting", "", "해당 없음");
        ok(clerk.post(path("/minutes/review"), "{}"));
    }

    /// The day's report of a unit with something in it; its path.
    String report(String unit, String template, String situation) {
        var board = ok(clerk.get("/api/v1/series/" + series() + "/board?date=2026-11-23"));
        var id = board.at("/columns/0/units")
                .valueStream()
                .filter(place -> place.path("unit").asString().equals(unit))
                .findFirst()
                .orElseThrow()
                .path("unitId")
                .asString();
        var reports = "/api/v1/series/" + series() + "/reports";
        var report = reports + "/"
                + ok(clerk.post(reports, """
                        {"date":"2026-11-23","cutOff":"07:30","unitId":"%s"}""".formatted(id))).path("id").asString();
        type(report, "templates", "", template);
        type(report, "situation", "", situation);
        return report;
    }

    void type(String report, String field, String base, String value) {
        ok(clerk.send("PATCH", report, """
                {"changeId":"%s","edits":[{"field":"%s","base":"%s","value":"%s"}]}""".formatted(UUID.randomUUID(), field, base, value), true));
    }

    void file(String report, String reason) {
        ok(clerk.post(report + "/file", """
                {"nil":false,"last":false,"reason":"%s"}""".formatted(reason)));
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

    static String encoded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }
}
