package org.onmaru.server.hall.minutes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.onmaru.server.Browser;
import org.onmaru.server.settings.DataDirectory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One meeting of the demonstration's daily series and its minutes, as people at their browsers use them.
final class MinutesHall {

    final Browser host;
    final Browser clerk;
    final String meeting;
    private final int port;
    private final DataDirectory data;

    /// A sitting of its own, in session.
    MinutesHall(int port, DataDirectory data, boolean rehearsal) {
        this.port = port;
        this.data = data;
        host = as("host");
        clerk = as("clerk");
        meeting = ok(host.post("/api/v1/meetings", """
                {"seriesId":"%s","date":"2026-11-23","startsAt":"08:30","rehearsal":%s}""".formatted(series(), rehearsal)))
                .path("id")
                .asString();
        ok(host.post("/api/v1/meetings/" + meeting + "/open", "{}"));
        ok(host.post("/api/v1/meetings/" + meeting + "/start", "{}"));
    }

    Browser as(String login) {
        return Browser.as(login, port, data);
    }

    private String series() {
        return host.get("/api/v1/series")
                .body()
                .valueStream()
                .filter(one -> one.path("name").asString().startsWith("통합재난"))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
    }

    String path() {
        return "/api/v1/meetings/" + meeting + "/minutes";
    }

    Browser.Answer open() {
        return new Browser(port).get("/api/v1/public/meetings/" + meeting + "/minutes");
    }

    JsonNode read() {
        return ok(clerk.get(path()));
    }

    /// Puts an item on the agenda and begins it.
    String begin(String title, boolean open) {
        var agenda = "/api/v1/meetings/" + meeting + "/agenda";
        var key = ok(host.post(agenda + "/items", """
                {"kind":"OTHER","title":"%s","titleEn":null,"unitId":null,"minutes":5,"open":%s}""".formatted(title, open)))
                .path("items")
                .valueStream()
                .filter(item -> item.path("title").asString().equals(title))
                .findFirst()
                .orElseThrow()
                .path("key")
                .asString();
        ok(host.post(agenda + "/items/" + key + "/start", "{}"));
        return key;
    }

    void directive(String line) {
        ok(clerk.post("/api/v1/directives", """
                {"captureId":"%s","meetingId":"%s","line":"%s","correction":null,"askedByUnitId":null,"givenBy":"",
                 "saidAgoMs":0}""".formatted(UUID.randomUUID(), meeting, line)));
    }

    void adjourn() {
        ok(host.post("/api/v1/meetings/" + meeting + "/adjourn", "{}"));
    }

    static String edit(String field, String base, String value) {
        return JsonMapper.shared().writeValueAsString(Map.of("field", field, "base", base, "value", value));
    }

    Browser.Answer change(Browser by, UUID id, String... edits) {
        return by.send(
                "PATCH", path(), "{\"changeId\":\"" + id + "\",\"edits\":[" + String.join(",", edits) + "]}", true);
    }

    JsonNode type(Browser by, String... edits) {
        return ok(change(by, UUID.randomUUID(), edits));
    }

    /// What the system does not know by itself in a meeting without a room.
    void writeTheRest(String item) {
        type(
                clerk,
                edit("attendees", value(read(), "attendees"), "시장 한가온\n강천면 면장 김강천"),
                edit("speech/" + item + "/" + UUID.randomUUID(), "", "면장: 밤새 눈이 3cm 왔습니다."),
                edit("decisions/meeting", "", "제설 대책 회의를 다음 날 연다."),
                edit("votes/meeting", "", "해당 없음"));
    }

    Browser.Answer step(Browser by, String step, String body) {
        return by.post(path() + "/" + step, body);
    }

    /// The chair and the clerk, who are suggested.
    Browser.Answer finalise() {
        var suggested = ok(clerk.get(path() + "/signers"))
                .valueStream()
                .filter(one -> one.path("suggested").asBoolean())
                .map(one -> '"' + one.path("personId").asString() + '"')
                .collect(Collectors.joining(","));
        return step(clerk, "finalise", "{\"signers\":[" + suggested + "]}");
    }

    Browser.Answer sign(String login, String sha256) {
        return step(as(login), "sign", "{\"sha256\":\"" + sha256 + "\"}");
    }

    /// Signed by both.
    JsonNode signed() {
        var sha256 = ok(finalise()).path("sha256").asString();
        ok(sign("mayor", sha256));
        return ok(sign("clerk", sha256));
    }

    static String value(JsonNode minutes, String field) {
        return minutes.path("fields")
                .valueStream()
                .filter(one -> one.path("field").asString().equals(field))
                .findFirst()
                .map(one -> one.path("value").asString())
                .orElse("");
    }

    static List<String> missing(JsonNode minutes) {
        return minutes.path("elements")
                .valueStream()
                .filter(one -> !one.path("missing").isNull())
                .map(one -> one.path("element").asString())
                .toList();
    }

    static JsonNode ok(Browser.Answer answer) {
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
        return answer.body();
    }

    static void refused(Browser.Answer answer, int status, String code) {
        assertThat(answer.code()).as(answer.raw().body()).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(status);
        for (var sentence : Arrays.asList("detail", "detailEn")) {
            assertThat(answer.body().path(sentence).asString()).as(sentence).isNotBlank();
        }
    }

    /// The first state that is as wanted.
    static JsonNode await(BlockingQueue<String> events, Predicate<JsonNode> wanted) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (System.nanoTime() < until) {
            var event = events.poll(1, TimeUnit.SECONDS);
            if (event != null && event.startsWith("minutes ")) {
                var value = JsonMapper.shared().readTree(event.substring("minutes ".length()));
                if (wanted.test(value)) {
                    return value;
                }
            }
        }
        throw new AssertionError("no such state came");
    }
}
