package org.onmaru.server.hall.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.onmaru.server.hall.report.ReportDay.await;
import static org.onmaru.server.hall.report.ReportDay.edit;
import static org.onmaru.server.hall.report.ReportDay.figure;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
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

/// Reports from the first letter to the last version; the clock stands at 07:00 on Monday, 23 November 2026, half an
/// hour before the cut-off. Every test has a unit of its own.
@ServerTest
class ReportsIT {

    private static final String MONDAY = "2026-11-23";
    private static final String TUESDAY = "2026-11-24";
    private static final Instant MONDAY_SEVEN = Instant.parse("2026-11-22T22:00:00Z");

    @Autowired
    private MovableClock.Hands clock;

    @Autowired
    private DataDirectory data;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    @BeforeEach
    void monday() {
        clock.set(MONDAY_SEVEN);
    }

    private Browser as(String login) {
        return Browser.as(login, port, data);
    }

    private static List<String> codes(Browser.Answer refused) {
        assertThat(refused.status()).as(refused.raw().body()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("report-faults");
        return StreamSupport.stream(refused.body().path("faults").spliterator(), false)
                .map(fault -> fault.path("field").asString() + " "
                        + fault.path("code").asString())
                .toList();
    }

    @Test
    void todayBeginsWithYesterday() {
        var monday = ReportDay.open(as("ganam"), MONDAY);
        monday.type(
                edit("templates", "", "infection,snow"),
                edit("figure/covid.confirmed/toDate", "", "12"),
                edit("figure/snow.depth/toDate", "", "3.5"),
                edit("severity", "", "MODERATE"),
                edit("situation", "", "밤새 눈"));
        var first = monday.filed(false, "").path("versions").get(0);
        assertThat(first.path("purpose").asString()).isEqualTo("INITIAL");
        assertThat(first.path("late").asBoolean()).isFalse();
        assertThat(first.path("precedingMessageId").isNull()).isTrue();

        clock.set(MONDAY_SEVEN.plusSeconds(86_400));
        var tuesday = ReportDay.open(as("ganam"), TUESDAY);
        var form = tuesday.get().body();
        assertThat(form.path("templates").toString()).isEqualTo("[\"infection\",\"snow\"]");
        assertThat(form.path("severity").asString()).isEqualTo("MODERATE");
        assertThat(form.at("/previous/situation").asString()).isEqualTo("밤새 눈");
        var confirmed = figure(form, "covid.confirmed");
        assertThat(confirmed.path("carried").asBoolean()).isTrue();
        assertThat(confirmed.path("before").asInt()).isEqualTo(12);
        assertThat(confirmed.path("toDate").asInt()).isEqualTo(12);
        assertThat(confirmed.path("thisPeriod").asInt()).isZero();

        var typed = tuesday.type(edit("figure/covid.confirmed/thisPeriod", "", "3"));
        assertThat(figure(typed, "covid.confirmed").path("toDate").asInt()).isEqualTo(15);
        tuesday.type(edit("figure/snow.depth/toDate", "", "1"));
        var filed = tuesday.filed(false, "");
        assertThat(filed.at("/versions/0/precedingMessageId").asString())
                .isEqualTo(first.path("messageId").asString());
        assertThat(figure(filed, "snow.depth").path("thisPeriod").decimalValue())
                .isEqualByComparingTo("-2.5");
        assertThat(filed.path("unfiled").asBoolean()).isFalse();
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnceAndSavedAllTheSame() {
        var report = ReportDay.open(as("jeomdong"), MONDAY);
        report.type(
                edit("templates", "", "infection"),
                edit("figure/covid.confirmed/thisPeriod", "", "9"),
                edit("figure/covid.confirmed/toDate", "", "8"),
                edit("figure/covid.tested/toDate", "", "-3"),
                edit("figure/res.mask/toDate", "", "많음"));
        var refused = report.file(false, "");
        assertThat(codes(refused))
                .containsExactly(
                        "figure/covid.confirmed/toDate does-not-add-up",
                        "figure/covid.tested/toDate negative",
                        "figure/res.mask/toDate not-a-number");
        assertThat(refused.body().path("detail").asString()).contains("이번에 9명이면 누적은 그보다 작을 수 없습니다");
        assertThat(refused.body().path("detailEn").asString()).contains("with 9 people this period");
        var kept = report.get().body();
        assertThat(figure(kept, "res.mask").path("typedToDate").asString()).isEqualTo("많음");
        assertThat(kept.path("versions")).isEmpty();

        report.type(
                edit("figure/covid.confirmed/toDate", "8", "9"),
                edit("figure/covid.tested/toDate", "-3", ""),
                edit("figure/res.mask/toDate", "많음", ""));
        report.filed(false, "");
        report.type(edit("figure/res.mask/toDate", "", "많음"));
        assertThat(codes(report.file(false, "")))
                .as("what was filed, and a fault beside it")
                .containsExactly("figure/res.mask/toDate not-a-number");
    }

    @Test
    void anEmptyReportIsNotFiledAndNothingToReportIsOneStep() {
        var report = ReportDay.open(as("heungcheon"), MONDAY);
        assertThat(codes(report.file(false, ""))).containsExactly("situation says-nothing");
        var filed = report.filed(true, "");
        assertThat(filed.at("/versions/0/nil").asBoolean()).isTrue();

        report.type(edit("situation", "", "정전"));
        assertThat(codes(report.file(true, ""))).containsExactly("nil nil-but-tells", "reason reason-missing");
    }

    @Test
    void twoWritersLoseNothing() throws InterruptedException {
        var theirs = ReportDay.open(as("geumsa"), MONDAY);
        var mine = theirs.as(as("clerk"));
        var seen = theirs.browser.events(theirs.path() + "/events");
        await(seen, "report", report -> report.path("situation").asString().isEmpty());

        theirs.type(edit("situation", "", "눈 3cm"));
        mine.type(edit("situation", "", "강풍 주의"), edit("need/" + UUID.randomUUID(), "", "제설제 2톤"));
        var merged = await(
                seen, "report", report -> report.path("situation").asString().contains("강풍"));
        assertThat(merged.path("situation").asString()).isEqualTo("눈 3cm\n강풍 주의");
        assertThat(merged.at("/needs/0/text").asString()).isEqualTo("제설제 2톤");

        mine.type(edit("templates", "", "snow"), edit("figure/snow.depth/toDate", "", "3"));
        var change = UUID.randomUUID();
        var answer = theirs.change(change, edit("figure/snow.depth/toDate", "", "4"));
        assertThat(answer.body().at("/overwritten/0/value").asString()).isEqualTo("3");
        assertThat(answer.body().at("/overwritten/0/by").asString()).isEqualTo("문초롱");
        int revision = answer.body().at("/report/revision").asInt();

        mine.type(edit("figure/snow.depth/toDate", "4", "5"));
        var again = theirs.change(change, edit("figure/snow.depth/toDate", "", "4"));
        assertThat(again.body().path("overwritten")).isEqualTo(answer.body().path("overwritten"));
        assertThat(again.body().at("/report/revision").asInt()).isEqualTo(revision + 1);
        assertThat(figure(again.body().path("report"), "snow.depth")
                        .path("toDate")
                        .asInt())
                .as("what came after a change that is sent again stays")
                .isEqualTo(5);
    }

    @Test
    void manyWritersAtOnceLoseNothing() throws Exception {
        var report = ReportDay.open(as("sejong"), MONDAY);
        List<Callable<Integer>> writers = IntStream.range(0, 12)
                .<Callable<Integer>>mapToObj(i ->
                        () -> report.change(UUID.randomUUID(), edit("situation", "", "문장" + i))
                                .status())
                .toList();
        try (var threads = Executors.newFixedThreadPool(6)) {
            for (var one : threads.invokeAll(writers)) {
                assertThat(one.get()).isEqualTo(200);
            }
        }
        var text = report.get().body().path("situation").asString();
        assertThat(text.lines())
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 12).mapToObj(i -> "문장" + i).toList());
    }

    @Test
    void filedTwiceAtOnceIsFiledOnce() throws Exception {
        var report = ReportDay.open(as("daesin"), MONDAY);
        report.type(edit("situation", "", "이상 없음"));
        List<Callable<Integer>> clicks = IntStream.range(0, 4)
                .<Callable<Integer>>mapToObj(_ -> () -> report.file(false, "").status())
                .toList();
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (var one : threads.invokeAll(clicks)) {
                assertThat(one.get()).isEqualTo(200);
            }
        }
        assertThat(report.get().body().path("versions")).hasSize(1);
    }

    @Test
    void afterTheCutOffItEntersAsAnAddendumByTheServersClock() {
        clock.set(Instant.parse("2026-11-22T22:30:00Z"));
        var inTime = ReportDay.open(as("bungnae"), MONDAY);
        assertThat(inTime.filed(true, "").at("/versions/0/late").asBoolean())
                .as("07:30:00 is in time")
                .isFalse();
        clock.set(Instant.parse("2026-11-22T22:30:00.000001Z"));
        var late = ReportDay.open(as("gangcheon"), MONDAY);
        assertThat(late.get().body().path("now").asString()).isEqualTo("2026-11-22T22:30:00.000001Z");
        assertThat(late.filed(true, "").at("/versions/0/late").asBoolean()).isTrue();
    }

    @Test
    void aCorrectionSaysWhyAndTheFiledPastStays() {
        var report = ReportDay.open(as("yeoheung"), MONDAY);
        report.type(edit("templates", "", "hpai"), edit("figure/hpai.culled/toDate", "", "1000"));
        report.filed(false, "");
        var before = report.browser.get(report.path() + "/versions/1").raw().body();

        report.type(edit("figure/hpai.culled/toDate", "1000", "1200"));
        assertThat(report.get().body().path("unfiled").asBoolean()).isTrue();
        assertThat(codes(report.file(false, " "))).containsExactly("reason reason-missing");
        var corrected = report.filed(false, "농가 재집계");
        assertThat(corrected.path("versions")).hasSize(2);
        assertThat(corrected.at("/versions/1/reason").asString()).isEqualTo("농가 재집계");
        assertThat(corrected.at("/versions/1/purpose").asString()).isEqualTo("UPDATE");
        assertThat(report.browser.get(report.path() + "/versions/1").raw().body())
                .isEqualTo(before);
        assertThat(report.browser
                        .get(report.path() + "/versions/2")
                        .body()
                        .at("/content/figures/0/toDate")
                        .asInt())
                .isEqualTo(1200);
        for (int again = 0; again < 2; again++) {
            var last = report.browser.post(report.path() + "/file", """
                    {"nil":false,"last":true,"reason":""}""").body();
            assertThat(last.path("versions"))
                    .as("nothing else changed, so no reason is needed")
                    .hasSize(3);
            assertThat(last.at("/versions/2/purpose").asString()).isEqualTo("FINAL");
        }
        for (var table : List.of("report_version", "report_figure")) {
            for (var attempt : List.of("DELETE FROM " + table, "UPDATE " + table + " SET number = 9")) {
                assertThatThrownBy(() -> jdbc.sql(attempt).update())
                        .as(attempt)
                        .hasMessageContaining("what was filed is never changed");
            }
        }
    }

    @Test
    void thoseOfTheUnitAndThoseWhoRunTheSeriesWrite() {
        var report = ReportDay.open(as("jungang"), MONDAY);
        assertThat(report.as(as("clerk")).get().body().path("mayFile").asBoolean())
                .isTrue();
        for (var other : List.of("ohak", "staff")) {
            var elsewhere = report.as(as(other));
            assertThat(elsewhere.get().status()).as(other).isEqualTo(200);
            assertThat(elsewhere.get().body().path("mayFile").asBoolean()).isFalse();
            assertThat(elsewhere
                            .change(UUID.randomUUID(), edit("situation", "", "가"))
                            .status())
                    .isEqualTo(403);
            assertThat(elsewhere.file(true, "").status()).isEqualTo(403);
            assertThat(ReportDay.open(elsewhere.browser, report.series, report.unit, TUESDAY)
                            .status())
                    .isEqualTo(403);
        }
        assertThat(new Browser(port).get(report.path()).status()).isEqualTo(401);
        assertThat(ReportDay.open(as("sanbuk"), MONDAY).filed(true, "").path("versions"))
                .as("직무대리")
                .hasSize(1);
    }

    @Test
    void aGuestSeesNothing() {
        var host = as("host");
        var meeting = host.get("/api/v1/meetings").body().get(0);
        var invitation = host.post("/api/v1/meetings/" + meeting.path("id").asString() + "/invitations", """
                {"label":"검역본부","role":"GUEST","unitId":null,"expiresAt":null}""");
        assertThat(invitation.status()).as(invitation.raw().body()).isEqualTo(200);
        var url = invitation.body().path("url").asString();
        var guest = new Browser(port);
        var accepted = guest.post(
                "/api/v1/invitations/" + url.substring(url.lastIndexOf('/') + 1) + "/accept", "{\"name\":\"손님\"}");
        assertThat(accepted.status()).as(accepted.raw().body()).isEqualTo(200);
        var series = "/api/v1/series/" + meeting.path("seriesId").asString();
        for (var path : List.of(
                "/api/v1/report-templates",
                "/api/v1/reports/mine",
                series + "/board?date=" + MONDAY,
                series + "/roll-up?from=" + MONDAY + "&to=" + MONDAY)) {
            assertThat(guest.get(path).status()).as(path).isEqualTo(403);
        }
    }

    @Test
    void onlyWhatIsDueIsBegun() {
        var disaster = as("disaster");
        var due = disaster.get("/api/v1/reports/mine").body().get(0);
        var series = due.path("seriesId").asString();
        var unit = due.path("unitId").asString();
        assertThat(ReportDay.open(disaster, series, unit, "2027-03-01").code()).isEqualTo("report-too-early");
        assertThat(ReportDay.open(disaster, series, unit, "2020-01-01").code()).isEqualTo("report-not-due");
        assertThat(disaster.post("/api/v1/series/" + series + "/reports", """
                        {"date":"%s","cutOff":"07:31","unitId":"%s"}""".formatted(MONDAY, unit))
                        .code())
                .isEqualTo("report-not-due");
        var report = ReportDay.open(disaster, MONDAY);
        assertThat(report.change(UUID.randomUUID(), edit("templates", "", "plague"))
                        .code())
                .isEqualTo("template-missing");
        assertThat(report.change(UUID.randomUUID(), edit("nonsense", "", "1")).code())
                .isEqualTo("report-field");
    }

    @Test
    void filesAreKeptAsTheyAreAndGoneFilesStayInTheirVersion() {
        var report = ReportDay.open(as("health"), MONDAY);
        var png = Base64.getDecoder()
                .decode(
                        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
        var path = report.path() + "/attachments/" + UUID.randomUUID();
        var name = "?name=" + URLEncoder.encode("현장 \"사진\".png", StandardCharsets.UTF_8);
        assertThat(report.browser.put(path + name, png).status()).isEqualTo(200);
        assertThat(report.browser.put(path + name, png).status())
                .as("sent again")
                .isEqualTo(200);
        assertThat(report.get().body().path("attachments")).hasSize(1);

        var got = report.browser.get(path).raw();
        assertThat(got.headers().firstValue("Content-Type")).contains("image/png");
        assertThat(got.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(got.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("inline")
                .contains("filename*=UTF-8''");

        var lie = report.browser.put(report.path() + "/attachments/" + UUID.randomUUID() + "?name=a.pdf", png);
        assertThat(lie.code()).isEqualTo("attachment-lies");
        var large = new byte[(20 << 20) + 1];
        assertThat(report.browser
                        .put(report.path() + "/attachments/" + UUID.randomUUID() + "?name=a.pdf", large)
                        .code())
                .isEqualTo("attachment-size");
        assertThat(data.path().resolve("reports"))
                .isDirectoryNotContaining(file -> file.getFileName().toString().startsWith("incoming"));

        report.filed(false, "");
        assertThat(report.browser.send("DELETE", path, null, true).status()).isEqualTo(204);
        assertThat(report.get().body().path("attachments")).isEmpty();
        assertThat(report.browser.get(path).status()).as("the version has it").isEqualTo(200);
        assertThat(report.browser.get(report.path() + "/versions/1").body().at("/content/attachments"))
                .hasSize(1);
        assertThat(report.as(as("ohak")).browser.put(path + name, png).status()).isEqualTo(403);
    }
}
