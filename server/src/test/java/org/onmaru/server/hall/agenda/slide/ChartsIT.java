package org.onmaru.server.hall.agenda.slide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.onmaru.server.HeldMeeting.ok;
import static org.onmaru.server.HeldMeeting.refused;
import static org.onmaru.server.hall.report.ReportDay.edit;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.onmaru.server.Browser;
import org.onmaru.server.HeldMeeting;
import org.onmaru.server.MovableClock;
import org.onmaru.server.ServerTest;
import org.onmaru.server.hall.report.CatalogueKeeper;
import org.onmaru.server.hall.report.ReportDay;
import org.onmaru.server.settings.DataDirectory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// Charts on the stage over HTTP and in live updates; every test has a day of its own.
@ServerTest
class ChartsIT {

    @Autowired
    private MovableClock.Hands clock;

    @Autowired
    private DataDirectory data;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    private Browser as(String login) {
        return Browser.as(login, port, data);
    }

    /// A meeting in session on a day on which some have filed.
    private HeldMeeting morning(String date, boolean broadcast, String... logins) {
        for (var login : logins) {
            file(login, date, "3.5");
        }
        return meeting(date, broadcast);
    }

    private HeldMeeting meeting(String date, boolean broadcast) {
        clock.set(Instant.parse(date + "T07:00:00+09:00"));
        var host = as("host");
        var series = ok(host.get("/api/v1/series")).path(0).path("id").asString();
        var id = ok(host.post("/api/v1/meetings", """
                        {"seriesId":"%s","date":"%s","startsAt":"07:10","rehearsal":false,"broadcast":%s}""".formatted(series, date, broadcast)))
                .path("id")
                .asString();
        var meeting = new HeldMeeting(port, data, id);
        ok(host.post(meeting.path("/open"), "{}"));
        meeting.start();
        return meeting;
    }

    private ReportDay file(String login, String date, String snow) {
        clock.set(Instant.parse(date + "T07:00:00+09:00"));
        var report = ReportDay.open(as(login), date);
        report.type(
                edit("templates", "", "infection,snow"),
                edit("figure/covid.confirmed/toDate", "", "5"),
                edit("figure/res.mask/toDate", "", "777"),
                edit("figure/snow.depth/toDate", "", snow),
                edit("figure/snow.plows/thisPeriod", "", "0"),
                edit("figure/snow.plows/toDate", "", "0"));
        report.filed(false, "");
        return report;
    }

    private static Browser.Answer show(HeldMeeting meeting, Browser who, String kind, String metric) {
        return who.send("PUT", meeting.path("/slide/chart"), """
                {"kind":"%s","metric":"%s"}""".formatted(kind, metric), true);
    }

    private static BufferedImage picture(HeldMeeting meeting, Browser who, String path) throws IOException {
        var answer = who.download(meeting.path("/slide" + path));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("image/png");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        return ImageIO.read(new ByteArrayInputStream(answer.body()));
    }

    private static String print(JsonNode answer) {
        return answer.path("chart").path("print").asString();
    }

    private static void awaitStage(BlockingQueue<String> events, String what) {
        await(what).atMost(Duration.ofSeconds(10)).until(() -> {
            var event = events.poll();
            return event != null && event.startsWith("slide ") && event.contains(what);
        });
    }

    private static List<List<String>> rows(JsonNode text) {
        return text.path("rows")
                .valueStream()
                .map(row -> row.valueStream().map(JsonNode::asString).toList())
                .toList();
    }

    @Test
    void isSeenByEverybodyAndDrawnAnewWhenAFigureChanges() throws IOException {
        var date = "2026-12-01";
        var meeting = morning(date, true, "ganam");
        meeting.begin(meeting.item("제설 상황", true));
        var staff = as("staff");
        var events = staff.events(meeting.path("/events"));
        awaitStage(events, "\"chart\":null");
        var preview = picture(meeting, meeting.host, "/chart-preview?kind=UNITS&metric=snow.depth");
        assertThat(preview.getWidth()).isEqualTo(1_040);

        var shown = ok(show(meeting, meeting.host, "UNITS", "snow.depth"));
        var first = print(shown);
        assertThat(shown.path("slide").isNull()).isTrue();
        awaitStage(events, first);
        var late = ok(staff.get(meeting.path("/slide"))).path("chart");
        assertThat(late.path("open").asBoolean()).isTrue();
        assertThat(late.path("ko").path("title").asString()).isEqualTo("적설, 읍면동별 현재");
        assertThat(late.path("ko").path("sentence").asString())
                .contains("2026. 12. 1. 07:30 기준", "최고 3.5cm", "가장 많은 곳 가남읍 3.5cm", "미제출", "점동면");
        assertThat(rows(late.path("ko"))).hasSize(14).contains(List.of("가남읍", "3.5", ""), List.of("점동면", "미제출", ""));
        assertThat(late.path("en").path("title").asString()).isEqualTo("Snow depth by unit, now");
        var picture = picture(meeting, staff, "/chart/" + first);
        assertThat(picture.getHeight()).isEqualTo(634);
        assertThat(picture(meeting, staff, "/chart/" + first + "?fine=true").getWidth())
                .isEqualTo(2_080);

        file("jeomdong", date, "12");
        awaitStage(events, "\"12\"");
        var second = print(ok(staff.get(meeting.path("/slide"))));
        assertThat(second).isNotEqualTo(first);
        assertThat(staff.get(meeting.path("/slide/chart/" + first)).code()).isEqualTo("slide-missing");
        picture(meeting, staff, "/chart/" + second);

        clock.set(Instant.parse(date + "T08:00:00+09:00"));
        var corrected = ReportDay.open(as("ganam"), date);
        corrected.type(edit("figure/snow.depth/toDate", "3.5", "4.5"));
        corrected.filed(false, "잘못 적음");
        awaitStage(events, "정정");
        var rows = rows(ok(staff.get(meeting.path("/slide"))).path("chart").path("ko"));
        assertThat(rows).contains(List.of("가남읍", "4.5", "정정"));

        var third = print(ok(staff.get(meeting.path("/slide"))));
        ok(show(meeting, meeting.host, "UNITS", "snow.depth"));
        assertThat(print(ok(staff.get(meeting.path("/slide")))))
                .as("the same is the same")
                .isEqualTo(third);
        ok(meeting.host.send("DELETE", meeting.path("/slide"), null, true));
        awaitStage(events, "\"chart\":null");
        assertThat(staff.get(meeting.path("/slide/chart/" + third)).status()).isEqualTo(404);
        assertThat(jdbc.sql("SELECT action FROM audit_entry WHERE action LIKE 'slide.%' ORDER BY number DESC LIMIT 4")
                        .query(String.class)
                        .list())
                .containsExactly("slide.taken-off", "slide.redrawn", "slide.redrawn", "slide.shown");
        meeting.adjourn();
    }

    @Test
    void whatIsNotForCitizensIsShownWhileAnInternalItemRunsOnly() throws IOException {
        var meeting = morning("2026-12-03", true, "ganam");
        meeting.begin(meeting.item("방역", true));
        var host = meeting.host;
        refused(show(meeting, host, "UNITS", "covid.confirmed"), 409, "chart-internal");
        assertThat(show(meeting, host, "UNITS", "covid.confirmed")
                        .body()
                        .path("detail")
                        .asString())
                .contains("비공개 안건에서만");
        refused(show(meeting, host, "DAYS_14", "res.mask"), 409, "chart-internal");
        refused(host.get(meeting.path("/slide/chart-preview?kind=DAYS_14&metric=res.mask")), 409, "chart-internal");
        var offers = ok(host.get(meeting.path("/slide/charts")));
        assertThat(offer(offers, "covid.confirmed").path("kinds").toString()).isEqualTo("[\"DAYS_14\",\"DAYS_30\"]");
        assertThat(offer(offers, "res.mask").path("kinds")).isEmpty();
        assertThat(offer(offers, "res.mask").path("why").asString()).contains("시민에게 공개하지 않는 지표");
        assertThat(offer(offers, "snow.depth").path("kinds")).hasSize(3);
        assertThat(offer(offers, "snow.depth").path("why").isNull()).isTrue();
        ok(show(meeting, host, "DAYS_14", "covid.confirmed"));
        var table = ok(show(meeting, host, "TABLE", "")).path("chart");
        assertThat(table.toString()).contains("확진", "적설").doesNotContain("마스크", "777");

        var item = meeting.item("비공개 방역", false);
        meeting.begin(item);
        assertThat(print(ok(host.get(meeting.path("/slide")))))
                .as("it goes with its item")
                .isEmpty();
        var guest = guest(meeting);
        var shown = ok(show(meeting, host, "UNITS", "covid.confirmed"));
        assertThat(shown.path("chart").path("open").asBoolean()).isFalse();
        ok(show(meeting, host, "DAYS_30", "res.mask"));
        assertThat(ok(show(meeting, host, "TABLE", "")).toString()).contains("마스크", "777");
        var last = print(ok(host.get(meeting.path("/slide"))));
        assertThat(ok(guest.get(meeting.path("/slide"))).path("chart").isNull()).isTrue();
        assertThat(guest.get(meeting.path("/slide/chart/" + last)).status()).isEqualTo(404);
        picture(meeting, as("staff"), "/chart/" + last);
        ok(host.send("PUT", meeting.path("/agenda/items/" + item), """
                {"title":"비공개 방역","titleEn":null,"unitId":null,"minutes":5,"open":true}""", true));
        assertThat(ok(host.get(meeting.path("/slide"))).path("chart").isNull())
                .as("what was put there in a closed session never goes on air")
                .isTrue();
        meeting.adjourn();
    }

    private static JsonNode offer(JsonNode offers, String metric) {
        return offers.valueStream()
                .filter(one -> one.path("metric").asString().equals(metric))
                .findFirst()
                .orElseThrow();
    }

    private Browser guest(HeldMeeting meeting) {
        var url = ok(meeting.host.post(meeting.path("/invitations"), """
                        {"label":"손님","role":"GUEST","unitId":null,"expiresAt":null}"""))
                .path("url")
                .asString();
        var guest = new Browser(port);
        ok(guest.post("/api/v1/invitations/" + url.substring(url.lastIndexOf('/') + 1) + "/accept", """
                {"name":"김하늘"}"""));
        return guest;
    }

    @Test
    void aLineForCitizensHasNoDayThatTheyMayNotKnow() {
        file("sanbuk", "2026-12-05", "1");
        file("sanbuk", "2026-12-06", "2");
        meeting("2026-12-06", false).adjourn();
        file("sanbuk", "2026-12-07", "3");
        meeting("2026-12-07", true).adjourn();
        file("sanbuk", "2026-12-08", "4");
        var meeting = meeting("2026-12-08", true);
        meeting.begin(meeting.item("대설", true));
        var open = ok(show(meeting, meeting.host, "DAYS_14", "snow.depth")).path("chart");
        assertThat(rows(open.path("ko")).subList(10, 14).stream().map(row -> row.get(1)))
                .as("no meeting, one that citizens could not watch, one that they could, today's")
                .containsExactly("수치 없음", "수치 없음", "3", "4");
        meeting.begin(meeting.item("대설 내부", false));
        var internal = ok(show(meeting, meeting.host, "DAYS_14", "snow.depth")).path("chart");
        assertThat(rows(internal.path("ko")).subList(10, 14).stream().map(row -> row.get(1)))
                .containsExactly("1", "2", "3", "4");
        meeting.adjourn();
    }

    @Test
    void zerosAreNumbersAndWhoMayNotShowIsRefused() {
        var meeting = morning("2026-12-10", true, "ganam");
        refused(show(meeting, meeting.host, "UNITS", "snow.plows"), 409, "slide-no-item");
        meeting.begin(meeting.item("제설 장비", true));
        var ganam = as("ganam");
        assertThat(show(meeting, ganam, "UNITS", "snow.plows").code()).isEqualTo("not-allowed");
        assertThat(ganam.get(meeting.path("/slide/charts")).code()).isEqualTo("not-allowed");
        assertThat(ganam.get(meeting.path("/slide/chart-preview?kind=TABLE")).code())
                .isEqualTo("not-allowed");
        assertThat(show(meeting, new Browser(port), "TABLE", "").status()).isEqualTo(401);
        refused(show(meeting, meeting.host, "UNITS", "nothing"), 404, "metric-missing");
        refused(show(meeting, meeting.host, "UNITS", "hpai.farms"), 409, "chart-empty");
        refused(
                meeting.host.send("PUT", meeting.path("/slide/chart"), "{\"kind\":\"UNITS\"}", true),
                400,
                "chart-metric");
        assertThat(show(meeting, meeting.host, "PIE", "snow.plows").status()).isEqualTo(400);
        var zero = ok(show(meeting, as("clerk"), "UNITS", "snow.plows")).path("chart");
        assertThat(rows(zero.path("ko"))).contains(List.of("가남읍", "0", "")).doesNotContain(List.of("점동면", "0", ""));
        ok(meeting.host.post(meeting.path("/agenda/finish"), "{}"));
        assertThat(ok(meeting.host.get(meeting.path("/slide"))).path("chart").isNull())
                .isTrue();
        meeting.adjourn();
    }

    /// Where citizens see it; those who may know it still do.
    @Test
    void whatCitizensMayNotKnowAnyMoreComesOffTheStage() {
        var date = "2026-12-14";
        var keeper = new CatalogueKeeper(port, data);
        var frozen = CatalogueKeeper.metric(
                "동파 신고", "disclosure", "PUBLIC", "unitDisclosure", "PUBLIC", "citation", "재난안전법 §66의9");
        var pipes = keeper.newMetric(frozen);
        var template = keeper.newTemplate("한파", pipes, "snow.depth");
        clock.set(Instant.parse(date + "T07:00:00+09:00"));
        var report = ReportDay.open(as("ganam"), date);
        report.type(
                edit("templates", "", template),
                edit("figure/" + pipes + "/toDate", "", "7"),
                edit("figure/snow.depth/toDate", "", "2"));
        report.filed(false, "");
        var meeting = meeting(date, true);
        meeting.begin(meeting.item("한파 상황", true));
        var host = meeting.host;
        var events = as("staff").events(meeting.path("/events"));
        ok(show(meeting, host, "UNITS", pipes));
        awaitStage(events, "동파 신고");

        frozen.put("unitDisclosure", "INTERNAL");
        ok(keeper.changeMetric(pipes, frozen));
        awaitStage(events, "\"chart\":null");
        refused(show(meeting, host, "UNITS", pipes), 409, "chart-internal");

        ok(show(meeting, host, "DAYS_14", pipes));
        frozen.put("ko", "수도관 동파");
        ok(keeper.changeMetric(pipes, frozen));
        awaitStage(events, "수도관 동파");
        frozen.put("disclosure", "INTERNAL");
        ok(keeper.changeMetric(pipes, frozen));
        awaitStage(events, "\"chart\":null");
        refused(show(meeting, host, "DAYS_14", pipes), 409, "chart-internal");
        assertThat(jdbc.sql("SELECT action FROM audit_entry WHERE action LIKE 'slide.%' ORDER BY number DESC LIMIT 5")
                        .query(String.class)
                        .list())
                .containsExactly("slide.taken-off", "slide.redrawn", "slide.shown", "slide.taken-off", "slide.shown");

        frozen.put("disclosure", "PUBLIC");
        ok(keeper.changeMetric(pipes, frozen));
        assertThat(ok(show(meeting, host, "TABLE", "")).toString()).contains("수도관 동파", "적설");
        frozen.put("disclosure", "INTERNAL");
        ok(keeper.changeMetric(pipes, frozen));
        assertThat(ok(host.get(meeting.path("/slide"))).toString())
                .as("the others stay")
                .contains("적설")
                .doesNotContain("동파");

        meeting.begin(meeting.item("한파 내부", false));
        ok(show(meeting, host, "UNITS", pipes));
        frozen.put("disclosure", "RESTRICTED");
        frozen.put("unitDisclosure", "RESTRICTED");
        ok(keeper.changeMetric(pipes, frozen));
        assertThat(ok(host.get(meeting.path("/slide")))
                        .path("chart")
                        .path("metric")
                        .asString())
                .isEqualTo(pipes);
        meeting.adjourn();
    }

    @Test
    void thoseWhoPresentMayShowCharts() {
        var meeting = morning("2026-12-12", true, "ganam");
        var item = ok(meeting.host.get(meeting.path("/agenda")))
                .path("items")
                .valueStream()
                .filter(one -> one.path("title").asString().equals("가남읍 상황보고"))
                .findFirst()
                .orElseThrow();
        meeting.begin(item.path("key").asString());
        ok(show(meeting, as("ganam"), "UNITS", "snow.depth"));
        assertThat(show(meeting, as("jeomdong"), "UNITS", "snow.depth").code()).isEqualTo("not-allowed");
        assertThat(ok(as("jeomdong").get(meeting.path("/slide")))
                        .path("chart")
                        .path("metric")
                        .asString())
                .isEqualTo("snow.depth");
        meeting.adjourn();
    }
}
