package org.onmaru.server.hall.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onmaru.server.Browser;
import org.onmaru.server.MovableClock;
import org.onmaru.server.ServerTest;
import org.onmaru.server.settings.DataDirectory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// The agenda over HTTP; the clock stands at 07:00 on Monday, 23 November 2026.
@ServerTest
class AgendaIT {

    private static final Instant SEVEN = Instant.parse("2026-11-22T22:00:00Z");

    @Autowired
    private MovableClock.Hands clock;

    @Autowired
    private DataDirectory data;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    private Browser admin;

    @BeforeEach
    void signIn() {
        clock.set(SEVEN);
        admin = Browser.as("admin", port, data);
    }

    /// A meeting of a new series whose phase has these units report, open now.
    private String meeting(List<String> units, boolean rehearsal) {
        var series = admin.post("/api/v1/series", """
                {"name":"의사일정 시험","nameEn":"Agenda","startsAt":"07:10","opensMinutesBefore":5,"minutes":20,
                 "recurrence":"MONTHLY 1","onHolidays":"MEET","from":"2026-11-23"}""").body().path("id").asString();
        var ids = units.stream().map(each -> '"' + each + '"').toList();
        var phases = admin.get("/api/v1/series/" + series + "/phases").body();
        var phase = phases.path(0).path("id").asString();
        assertThat(admin.send("PUT", "/api/v1/series/" + series + "/phases/" + phase, """
                {"from":"2026-11-23","name":"의사일정 시험","nameEn":"Agenda","theme":"","audience":"ALL_STAFF",
                 "channel":"ONMARU","broadcast":true,"agendaTemplate":"DAILY","unitIds":%s,"cutOffs":["07:00"]}""".formatted(ids), true)
                        .status())
                .isEqualTo(200);
        var made = admin.post(
                "/api/v1/meetings",
                "{\"seriesId\":\"%s\",\"date\":\"2026-11-23\",\"startsAt\":\"07:10\",\"rehearsal\":%s}"
                        .formatted(series, rehearsal));
        assertThat(made.status()).isEqualTo(200);
        var id = made.body().path("id").asString();
        assertThat(admin.post("/api/v1/meetings/" + id + "/open", "{}").status())
                .isEqualTo(200);
        return "/api/v1/meetings/" + id;
    }

    private String unit(String name) {
        return admin.post("/api/v1/units", """
                {"name":"%s","nameEn":"Unit","kind":"TOWN","from":"2026-01-01"}""".formatted(name))
                .body()
                .path("id")
                .asString();
    }

    private static List<String> titles(JsonNode agenda) {
        return StreamSupport.stream(agenda.path("items").spliterator(), false)
                .map(item -> item.path("title").asString())
                .toList();
    }

    private static String key(JsonNode agenda, int at) {
        return agenda.path("items").path(at).path("key").asString();
    }

    @Test
    void assemblesItselfAndIsChangedByHandWithALog() {
        var meeting = meeting(List.of(unit("일면"), unit("이면")), false);
        var first = admin.get(meeting + "/agenda").body();
        assertThat(titles(first)).containsExactly("일면 상황보고", "이면 상황보고", "마무리");
        assertThat(first.path("minutes").asInt()).isEqualTo(7);
        assertThat(first.path("meetingMinutes").asInt()).isEqualTo(20);
        assertThat(admin.get(meeting + "/agenda").raw().body())
                .isEqualTo(admin.get(meeting + "/agenda").raw().body());

        var added = admin.post(meeting + "/agenda/items", """
                {"kind":"TOPIC","title":"겨울철 제설 대책","titleEn":"Snow","unitId":null,"minutes":15,"open":false}""");
        assertThat(added.status()).as(added.raw().body()).isEqualTo(200);
        assertThat(titles(added.body())).containsExactly("일면 상황보고", "이면 상황보고", "겨울철 제설 대책", "마무리");
        assertThat(added.body().path("minutes").asInt()).isEqualTo(22);

        var moved = admin.post(
                meeting + "/agenda/items/" + key(added.body(), 2) + "/move",
                "{\"before\":\"" + key(added.body(), 0) + "\"}");
        assertThat(titles(moved.body())).containsExactly("겨울철 제설 대책", "일면 상황보고", "이면 상황보고", "마무리");
        var dropped = admin.post(meeting + "/agenda/items/" + key(moved.body(), 1) + "/drop", "{\"reason\":\"면장 출장\"}");
        assertThat(titles(dropped.body())).containsExactly("겨울철 제설 대책", "이면 상황보고", "마무리");
        var edits = dropped.body().path("edits");
        assertThat(edits).hasSize(3);
        assertThat(edits.path(2).path("what").asString()).isEqualTo("DROP");
        assertThat(edits.path(2).path("reason").asString()).isEqualTo("면장 출장");
        assertThat(edits.path(2).path("by").asString()).isNotBlank();

        assertThat(admin.post(meeting + "/agenda/items/report-none/move", "{\"before\":null}")
                        .code())
                .isEqualTo("agenda-item-missing");
        assertThat(admin.post(meeting + "/agenda/items", """
                {"kind":"REPORT","title":"가","titleEn":null,"unitId":null,"minutes":1,"open":true}""").code()).isEqualTo("agenda-kind");
        assertThat(admin.post(meeting + "/agenda/items", """
                {"kind":"OTHER","title":"가","titleEn":null,"unitId":null,"minutes":0,"open":true}""").status()).isEqualTo(400);
        var personal =
                "{\"kind\":\"OTHER\",\"title\":\"이장 010-1234-5678\",\"titleEn\":null,\"unitId\":null,\"minutes\":1,\"open\":%s}";
        var refused = admin.post(meeting + "/agenda/items", personal.formatted(true));
        assertThat(refused.code()).isEqualTo("agenda-personal");
        assertThat(refused.body().path("detail").asString())
                .contains("전화번호", "010")
                .doesNotContain("5678");
        assertThat(admin.post(meeting + "/agenda/items", personal.formatted(false))
                        .status())
                .as("among themselves they may")
                .isEqualTo(200);
    }

    @Test
    void startsItemsStampsTheirTimesAndStaysAsItWasAfterwards() {
        var one = unit("삼면");
        var meeting = meeting(List.of(one, unit("사면")), false);
        var agenda = admin.get(meeting + "/agenda").body();
        var first = "/agenda/items/" + key(agenda, 0) + "/start";
        assertThat(admin.post(meeting + first, "{}").code()).isEqualTo("not-in-session");
        assertThat(admin.post(meeting + "/start", "{}").status()).isEqualTo(200);

        var began = admin.post(meeting + first, "{}").body();
        assertThat(began.path("fixed").asBoolean()).isTrue();
        assertThat(began.path("items").path(0).path("startedAt").asString()).isEqualTo("2026-11-22T22:00:00Z");
        clock.set(SEVEN.plusSeconds(95));
        assertThat(admin.post(meeting + first, "{}")
                        .body()
                        .path("items")
                        .path(0)
                        .path("startedAt")
                        .asString())
                .as("starting it twice is starting it once")
                .isEqualTo("2026-11-22T22:00:00Z");
        var next = admin.post(meeting + "/agenda/items/" + key(agenda, 1) + "/start", "{}")
                .body();
        assertThat(next.path("items").path(0).path("spentSeconds").asLong()).isEqualTo(95);
        assertThat(next.path("items").path(0).path("endedAt").asString()).isEqualTo("2026-11-22T22:01:35Z");
        assertThat(admin.post(meeting + "/agenda/items/" + key(agenda, 1) + "/drop", "{\"reason\":\"가\"}")
                        .code())
                .isEqualTo("agenda-running");
        clock.set(SEVEN.plusSeconds(155));
        var over = admin.post(meeting + "/agenda/finish", "{}").body();
        assertThat(over.path("items").path(1).path("spentSeconds").asLong()).isEqualTo(60);

        assertThat(admin.send("PUT", "/api/v1/units/" + one + "/until", "{\"until\":\"2026-11-22\"}", true)
                        .status())
                .isEqualTo(200);
        assertThat(titles(admin.get(meeting + "/agenda").body()))
                .as("what happens to units later changes no agenda that was begun")
                .containsExactly("삼면 상황보고", "사면 상황보고", "마무리");
        assertThat(admin.post(meeting + "/adjourn", "{}").status()).isEqualTo(200);
        assertThat(admin.post(meeting + "/agenda/items", """
                {"kind":"OTHER","title":"뒤늦게","titleEn":null,"unitId":null,"minutes":1,"open":true}""").code()).isEqualTo("meeting-over");
    }

    @Test
    void theRunningItemEndsWithTheMeeting() {
        var meeting = meeting(List.of(unit("오면")), true);
        admin.post(meeting + "/start", "{}");
        var agenda = admin.get(meeting + "/agenda").body();
        admin.post(meeting + "/agenda/items/" + key(agenda, 0) + "/start", "{}");
        clock.set(SEVEN.plus(Duration.ofMinutes(3)));
        assertThat(admin.post(meeting + "/adjourn", "{}").status()).isEqualTo(200);
        assertThat(admin.get(meeting + "/agenda")
                        .body()
                        .path("items")
                        .path(0)
                        .path("spentSeconds")
                        .asLong())
                .isEqualTo(180);
        assertThat(jdbc.sql("SELECT count(*) FROM agenda_run WHERE ended_at IS NULL")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void twoClerksAtOnceLoseNothing() throws InterruptedException {
        var meeting = meeting(List.of(), false);
        var other = Browser.as("admin", port, data);
        var threads = List.of(adding(admin, meeting, "갑"), adding(other, meeting, "을"));
        for (var thread : threads) {
            thread.join();
        }
        assertThat(titles(admin.get(meeting + "/agenda").body())).hasSize(21);
    }

    private static Thread adding(Browser browser, String meeting, String who) {
        return Thread.ofVirtual().start(() -> {
            for (int i = 0; i < 10; i++) {
                browser.post(meeting + "/agenda/items", """
                        {"kind":"OTHER","title":"%s %d","titleEn":null,"unitId":null,"minutes":1,"open":true}""".formatted(who, i));
            }
        });
    }
}
