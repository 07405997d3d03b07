package org.onmaru.server.hall.directive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.Browser;
import org.onmaru.server.settings.DataDirectory;
import tools.jackson.databind.JsonNode;

/// The demonstration's city, as people at their browsers use it.
final class Hall {

    /// By data directory, of which every server has its own, and login name.
    private static final Map<String, Browser> SIGNED_IN = new ConcurrentHashMap<>();

    private final int port;
    private final DataDirectory data;

    Hall(int port, DataDirectory data) {
        this.port = port;
        this.data = data;
    }

    Browser as(String login) {
        return SIGNED_IN.computeIfAbsent(data.path() + "/" + login, _ -> Browser.as(login, port, data));
    }

    /// The daily series, in which everybody has their role.
    String series() {
        return as("host")
                .get("/api/v1/series")
                .body()
                .valueStream()
                .filter(one -> one.path("name").asString().startsWith("통합재난"))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
    }

    /// A series of its own, of which only the administrator is.
    String newSeries(String name) {
        return ok(as("admin").post("/api/v1/series", """
                {"name":"%s","nameEn":"Test","startsAt":"10:00","opensMinutesBefore":10,"minutes":30,
                 "recurrence":"DAILY","onHolidays":"MEET","from":"2026-11-23"}""".formatted(name)))
                .path("id")
                .asString();
    }

    /// Another sitting, open: a directive may be given while people come in.
    String meeting(String series, String date, boolean rehearsal) {
        var admin = as("admin");
        var id = ok(admin.post("/api/v1/meetings", """
                {"seriesId":"%s","date":"%s","startsAt":null,"rehearsal":%s}""".formatted(series, date, rehearsal)))
                .path("id")
                .asString();
        ok(admin.post("/api/v1/meetings/" + id + "/open", "{}"));
        return id;
    }

    /// Holds what was open to its end.
    void adjourn(String meeting) {
        ok(as("admin").post("/api/v1/meetings/" + meeting + "/start", "{}"));
        ok(as("admin").post("/api/v1/meetings/" + meeting + "/adjourn", "{}"));
    }

    String unit(String name) {
        return as("host")
                .get("/api/v1/units")
                .body()
                .valueStream()
                .filter(one -> one.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
    }

    /// Captures a line that is understood, and answers with its first directive.
    JsonNode captured(Browser by, String meeting, String line) {
        return ok(capture(by, UUID.randomUUID(), meeting, line)).get(0);
    }

    Browser.Answer capture(Browser by, UUID id, String meeting, String line) {
        return capture(by, id, meeting, line, null, 0);
    }

    Browser.Answer capture(
            Browser by, UUID id, String meeting, String line, @Nullable String correction, long saidAgoMs) {
        return by.post("/api/v1/directives", """
                {"captureId":"%s","meetingId":"%s","line":"%s","correction":%s,"askedByUnitId":null,"givenBy":"",
                 "saidAgoMs":%d}""".formatted(id, meeting, line, correction, saidAgoMs));
    }

    Browser.Answer preview(Browser by, String meeting, String line) {
        return by.post("/api/v1/directives/preview", """
                {"meetingId":"%s","line":"%s"}""".formatted(meeting, line));
    }

    /// Takes a step as somebody who just looked.
    Browser.Answer move(Browser by, JsonNode directive, String move, String reason) {
        return move(by, directive, move, reason, null, null);
    }

    Browser.Answer move(
            Browser by, JsonNode directive, String move, String reason, @Nullable String into, @Nullable String unit) {
        return by.post("/api/v1/directives/" + directive.path("id").asString() + "/moves", """
                {"move":"%s","version":%d,"reason":"%s","note":"","intoId":%s,"unitId":%s}""".formatted(
                        move, directive.path("version").asInt(), reason, quoted(into), quoted(unit)));
    }

    Browser guest(String meeting, String role) {
        var url = ok(as("admin").post("/api/v1/meetings/" + meeting + "/invitations", """
                {"label":"검역본부","role":"%s","unitId":null,"expiresAt":null}""".formatted(role)))
                .path("url")
                .asString();
        var guest = new Browser(port);
        ok(guest.post(
                "/api/v1/invitations/" + url.substring(url.lastIndexOf('/') + 1) + "/accept", "{\"name\":\"홍길동\"}"));
        return guest;
    }

    static JsonNode ok(Browser.Answer answer) {
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
        return answer.body();
    }

    static void refused(Browser.Answer answer, int status, String code) {
        assertThat(answer.code()).as(answer.raw().body()).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body().path("detail").asString()).isNotBlank();
        assertThat(answer.body().path("detailEn").asString()).isNotBlank();
    }

    static String quoted(@Nullable String text) {
        return text == null ? "null" : "\"" + text + "\"";
    }
}
