package org.onmaru.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import org.onmaru.server.settings.DataDirectory;
import tools.jackson.databind.JsonNode;

/// One meeting of the demonstration's daily series, as people at their browsers hold it.
public class HeldMeeting {

    public final Browser host;
    public final Browser clerk;
    public final String meeting;
    private final int port;
    private final DataDirectory data;

    /// A sitting of its own, open.
    protected HeldMeeting(int port, DataDirectory data, boolean rehearsal) {
        this.port = port;
        this.data = data;
        host = as("host");
        clerk = as("clerk");
        meeting = ok(host.post("/api/v1/meetings", """
                {"seriesId":"%s","date":"2026-11-23","startsAt":"08:30","rehearsal":%s}""".formatted(series(), rehearsal)))
                .path("id")
                .asString();
        ok(host.post(path("/open"), "{}"));
    }

    /// One that is there.
    public HeldMeeting(int port, DataDirectory data, String meeting) {
        this.port = port;
        this.data = data;
        host = as("host");
        clerk = as("clerk");
        this.meeting = meeting;
    }

    public final Browser as(String login) {
        return Browser.as(login, port, data);
    }

    /// Somebody who is not signed in.
    public final Browser anybody() {
        return new Browser(port);
    }

    public final String series() {
        return host.get("/api/v1/series")
                .body()
                .valueStream()
                .filter(one -> one.path("name").asString().startsWith("통합재난"))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
    }

    public final String path(String more) {
        return "/api/v1/meetings/" + meeting + more;
    }

    public final void start() {
        ok(host.post(path("/start"), "{}"));
    }

    public final void adjourn() {
        ok(host.post(path("/adjourn"), "{}"));
    }

    /// Puts an item on the agenda; its key.
    public final String item(String title, boolean open) {
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

    public final void begin(String item) {
        ok(host.post(path("/agenda/items/" + item + "/start"), "{}"));
    }

    /// What a line became.
    public final JsonNode directive(String line) {
        return ok(clerk.post("/api/v1/directives", """
                {"captureId":"%s","meetingId":"%s","line":"%s","correction":null,"askedByUnitId":null,"givenBy":"",
                 "saidAgoMs":0}""".formatted(UUID.randomUUID(), meeting, line)));
    }

    /// Writes a field of the minutes.
    public final void write(String field, String base, String value) {
        ok(clerk.send("PATCH", path("/minutes"), """
                {"changeId":"%s","edits":[{"field":"%s","base":"%s","value":"%s"}]}""".formatted(UUID.randomUUID(), field, base, value), true));
    }

    /// The chair and the clerk, who are suggested.
    public final Browser.Answer finalise() {
        var suggested = ok(clerk.get(path("/minutes/signers")))
                .valueStream()
                .filter(one -> one.path("suggested").asBoolean())
                .map(one -> '"' + one.path("personId").asString() + '"')
                .collect(Collectors.joining(","));
        return clerk.post(path("/minutes/finalise"), "{\"signers\":[" + suggested + "]}");
    }

    public final Browser.Answer sign(String login, String sha256) {
        return as(login).post(path("/minutes/sign"), "{\"sha256\":\"" + sha256 + "\"}");
    }

    /// Signed by both.
    public final JsonNode signed() {
        var sha256 = ok(finalise()).path("sha256").asString();
        ok(sign("mayor", sha256));
        return ok(sign("clerk", sha256));
    }

    /// Finalised, signed by both, and published.
    public final void publish() {
        signed();
        ok(clerk.post(path("/minutes/publish"), "{}"));
    }

    public static JsonNode ok(Browser.Answer answer) {
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
        return answer.body();
    }

    public static void refused(Browser.Answer answer, int status, String code) {
        assertThat(answer.code()).as(answer.raw().body()).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(status);
        for (var sentence : Arrays.asList("detail", "detailEn")) {
            assertThat(answer.body().path(sentence).asString()).as(sentence).isNotBlank();
        }
    }
}
