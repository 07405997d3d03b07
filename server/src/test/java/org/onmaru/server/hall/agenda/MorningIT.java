package org.onmaru.server.hall.agenda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onmaru.server.hall.report.ReportDay.edit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.onmaru.server.Browser;
import org.onmaru.server.MovableClock;
import org.onmaru.server.ServerTest;
import org.onmaru.server.hall.report.ReportDay;
import org.onmaru.server.settings.DataDirectory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// From the reports of a morning to the agenda of the next, in the demonstration's city; the clock stands at 07:00 on
/// Monday, 23 November 2026, half an hour before the cut-off.
@ServerTest
class MorningIT {

    private static final Instant SEVEN = Instant.parse("2026-11-22T22:00:00Z");
    private static final String MONDAY = "2026-11-23";
    private static final String TUESDAY = "2026-11-24";

    @Autowired
    private MovableClock.Hands clock;

    @Autowired
    private DataDirectory data;

    @LocalServerPort
    private int port;

    private Browser as(String login) {
        return Browser.as(login, port, data);
    }

    private static JsonNode ok(Browser.Answer answer) {
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
        return answer.body();
    }

    private static String meeting(Browser browser, String series, String date) {
        return browser.get("/api/v1/meetings?from=" + date + "&to=" + date)
                .body()
                .valueStream()
                .filter(one -> one.path("seriesId").asString().equals(series)
                        && !one.path("rehearsal").asBoolean())
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
    }

    private static List<String> lines(JsonNode agenda) {
        return agenda.path("items")
                .valueStream()
                .map(item ->
                        item.path("kind").asString() + " " + item.path("title").asString())
                .toList();
    }

    private static JsonNode item(JsonNode agenda, String kind) {
        return agenda.path("items")
                .valueStream()
                .filter(item -> item.path("kind").asString().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatUnitsKnowFlowsInAndWhatIsDecidedComesBackTomorrow() {
        clock.set(SEVEN);
        var ganam = ReportDay.open(as("ganam"), MONDAY);
        ganam.type(
                edit("situation", "", "산란계 농장 의심 신고 1건"),
                edit("severity", "", "SEVERE"),
                edit("urgency", "", "IMMEDIATE"),
                edit("need/" + UUID.randomUUID(), "", "제설제 2톤을 더 주십시오"),
                edit("practice/" + UUID.randomUUID(), "", "마을회관 온기나눔"));
        ganam.filed(false, "");
        ReportDay.open(as("jeomdong"), MONDAY).filed(true, "");

        var host = as("host");
        var today = "/api/v1/meetings/" + meeting(host, ganam.series, MONDAY);
        var agenda = ok(host.get(today + "/agenda"));
        assertThat(lines(agenda).getFirst()).isEqualTo("REPORT 가남읍 상황보고");
        assertThat(item(agenda, "REPORT").path("why").asString()).isEqualTo("심각하거나 급한 보고입니다. “산란계 농장 의심 신고 1건”");
        assertThat(lines(agenda))
                .contains("NIL_REPORTS 특이사항 없음: 점동면", "REPORT 흥천면 상황보고", "NEED 제설제 2톤을 더 주십시오", "PRACTICE 마을회관 온기나눔")
                .endsWith("CLOSING 마무리");

        ganam.type(edit("situation", "산란계 농장 의심 신고 1건", "산란계 농장 의심 신고 2건"));
        ganam.filed(false, "한 곳이 더 신고했습니다");
        agenda = ok(host.get(today + "/agenda"));
        assertThat(item(agenda, "REPORT").path("why").asString()).contains("“산란계 농장 의심 신고 2건”");
        assertThat(lines(agenda))
                .as("a correction asks for nothing twice")
                .filteredOn(line -> line.startsWith("NEED"))
                .hasSize(1);

        clock.set(SEVEN.plusSeconds(5_400)); // 08:30
        if (!ok(host.get(today)).path("state").asString().equals("OPEN")) {
            ok(host.post(today + "/open", "{}"));
        }
        ok(host.post(today + "/start", "{}"));
        var late = ReportDay.open(as("heungcheon"), MONDAY);
        late.type(edit("situation", "", "도로 결빙"));
        late.filed(false, "");
        agenda = ok(host.get(today + "/agenda"));
        assertThat(lines(agenda))
                .as("what comes after the cut-off is added; what began stays")
                .contains("REPORT 흥천면 상황보고", "ADDENDUM 흥천면 추가 보고");

        ok(host.post(
                today + "/agenda/items/" + item(agenda, "ADDENDUM").path("key").asString() + "/start", "{}"));
        ok(host.post(
                "/api/v1/directives", """
                {"captureId":"%s","meetingId":"%s","line":"@강천면 마스크 3천 장 오늘까지",
                 "correction":null,"askedByUnitId":null,"givenBy":"","saidAgoMs":0}""".formatted(UUID.randomUUID(), today.substring(today.lastIndexOf('/') + 1))));
        clock.set(SEVEN.plusSeconds(9_000));
        ok(host.post(today + "/adjourn", "{}"));

        clock.set(SEVEN.plusSeconds(86_400));
        var tomorrow = "/api/v1/meetings/" + meeting(host, ganam.series, TUESDAY);
        var next = ok(host.get(tomorrow + "/agenda"));
        assertThat(lines(next).getFirst()).isEqualTo("DIRECTIVE_OVERDUE 마스크 3천 장");
        assertThat(next.path("items").path(0).path("why").asString()).isEqualTo("기한(2026. 11. 23.)이 지났습니다. 이월 1회.");
        assertThat(lines(next)).contains("NEED 제설제 2톤을 더 주십시오");
        assertThat(lines(ok(host.get(today + "/agenda"))))
                .as("yesterday's agenda stays what it was")
                .contains("ADDENDUM 흥천면 추가 보고")
                .noneMatch(line -> line.startsWith("DIRECTIVE"));
    }
}
