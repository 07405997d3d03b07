package org.onmaru.server.hall.minutes;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.onmaru.server.Browser;
import org.onmaru.server.HeldMeeting;
import org.onmaru.server.settings.DataDirectory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A meeting in session and its minutes.
final class MinutesHall extends HeldMeeting {

    MinutesHall(int port, DataDirectory data, boolean rehearsal) {
        super(port, data, rehearsal);
        start();
    }

    String path() {
        return path("/minutes");
    }

    Browser.Answer open() {
        return anybody().get("/api/v1/public/meetings/" + meeting + "/minutes");
    }

    JsonNode read() {
        return ok(clerk.get(path()));
    }

    /// Puts an item on the agenda and begins it.
    String begin(String title, boolean open) {
        var key = item(title, open);
        begin(key);
        return key;
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
