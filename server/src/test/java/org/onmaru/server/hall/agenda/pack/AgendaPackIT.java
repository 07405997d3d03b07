package org.onmaru.server.hall.agenda.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onmaru.server.hall.report.ReportDay.edit;

import java.io.IOException;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onmaru.server.Browser;
import org.onmaru.server.MovableClock;
import org.onmaru.server.ServerTest;
import org.onmaru.server.city.paper.PaperFormat;
import org.onmaru.server.city.paper.PaperWords;
import org.onmaru.server.hall.report.ReportDay;
import org.onmaru.server.settings.DataDirectory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The agenda pack over HTTP, in the demonstration's city; the clock stands at 07:00 on Monday, 23 November 2026.
@ServerTest
class AgendaPackIT {

    private static final Instant SEVEN = Instant.parse("2026-11-22T22:00:00Z");
    private static final String MONDAY = "2026-11-23";

    @Autowired
    private MovableClock.Hands clock;

    @Autowired
    private DataDirectory data;

    @LocalServerPort
    private int port;

    private Browser clerk;

    @BeforeEach
    void signIn() {
        clock.set(SEVEN);
        clerk = Browser.as("host", port, data);
    }

    /// A meeting of the series in which 가남읍 reports, on Monday.
    private String meeting() {
        return sitting(series(), MONDAY);
    }

    private String series() {
        return ReportDay.open(Browser.as("ganam", port, data), MONDAY).series;
    }

    /// Another meeting of that day: what one test does with the clock ends the meetings of others.
    private String sitting(String series, String date) {
        var made = clerk.post(
                "/api/v1/meetings",
                "{\"seriesId\":\"%s\",\"date\":\"%s\",\"startsAt\":\"09:00\",\"rehearsal\":false}"
                        .formatted(series, date));
        assertThat(made.status()).as(made.raw().body()).isEqualTo(200);
        return "/api/v1/meetings/" + made.body().path("id").asString();
    }

    private static HttpResponse<byte[]> ok(HttpResponse<byte[]> answer) {
        assertThat(answer.statusCode())
                .as(new String(answer.body(), StandardCharsets.UTF_8))
                .isEqualTo(200);
        return answer;
    }

    private static String fileName(HttpResponse<byte[]> answer) {
        var disposition = answer.headers().firstValue("Content-Disposition").orElseThrow();
        assertThat(disposition).startsWith("attachment;").contains("filename*=UTF-8''");
        var encoded = disposition.substring(disposition.indexOf("filename*=UTF-8''") + "filename*=UTF-8''".length());
        return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    }

    private Browser guest(String meeting) {
        var url = clerk.post(
                        meeting + "/invitations",
                        "{\"label\":\"검역본부\",\"role\":\"GUEST\",\"unitId\":null,\"expiresAt\":null}")
                .body()
                .path("url")
                .asString();
        var guest = new Browser(port);
        assertThat(guest.post(
                                "/api/v1/invitations/" + url.substring(url.lastIndexOf('/') + 1) + "/accept",
                                "{\"name\":\"홍길동\"}")
                        .status())
                .isEqualTo(200);
        return guest;
    }

    private void add(String meeting, String title, boolean open) {
        var answer = clerk.post(meeting + "/agenda/items", """
                {"kind":"TOPIC","title":"%s","titleEn":null,"unitId":null,"minutes":11,"open":%s}""".formatted(title, open));
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
    }

    @Test
    void aClerkGetsTheWholeOfItInOneFile() throws IOException {
        var ganam = ReportDay.open(Browser.as("ganam", port, data), MONDAY);
        ganam.type(
                edit("situation", "", "산란계 농장 의심 신고"),
                edit("severity", "", "SEVERE"),
                edit("urgency", "", "IMMEDIATE"));
        ganam.filed(false, "");
        var meeting = meeting();
        add(meeting, "겨울철 제설 대책 漢字 ①㎡", true);
        add(meeting, "감사 결과 보고", false);

        var answer = ok(clerk.download(meeting + "/agenda/pack.pdf"));
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(fileName(answer)).endsWith(" 안건 자료(20261123).pdf").matches("[가-힣].*");
        var text = PaperWords.in(PaperFormat.PDF, answer.body());
        assertThat(text)
                .contains("2026.11.23.(월)", "2026.11.23.07:00현재", "가남읍상황보고", "심각하거나급한보고입니다.“산란계농장의심신고”")
                .contains("겨울철제설대책漢字①㎡", "감사결과보고[비공개]", "비공개안건은1건입니다")
                .contains("배정한시간을더하면", "예정된", "붙임1.오늘의집계", "붙임2.넘어온지시사항", "아직보고하지않은부서·기관:");

        assertThat(ok(clerk.download(meeting + "/agenda/pack.pdf")).body())
                .as("nothing changed within the minute")
                .isEqualTo(answer.body());
        clock.set(SEVEN.plus(Duration.ofMinutes(1)));
        assertThat(PaperWords.in(
                        PaperFormat.PDF,
                        ok(clerk.download(meeting + "/agenda/pack.pdf")).body()))
                .contains("2026.11.23.07:01현재");
    }

    @Test
    void theAnnexesHaveTheDaysFiguresAndWhatIsOwed() throws IOException {
        clock.set(Instant.parse("2026-11-24T23:30:00Z")); // Wednesday, 08:30
        var ganam = ReportDay.open(Browser.as("ganam", port, data), "2026-11-25");
        var wednesday = sitting(ganam.series, "2026-11-25");
        clerk.post(wednesday + "/open", "{}");
        assertThat(clerk.post(wednesday + "/start", "{}").status()).isEqualTo(200);
        var captured = clerk.post("/api/v1/directives", """
                {"captureId":"%s","meetingId":"%s","line":"@강천면 마스크 3천 장 오늘까지",
                 "correction":null,"askedByUnitId":null,"givenBy":"","saidAgoMs":0}""".formatted(
                        UUID.randomUUID(), wednesday.substring(wednesday.lastIndexOf('/') + 1)));
        assertThat(captured.status()).as(captured.raw().body()).isEqualTo(200);
        clock.set(Instant.parse("2026-11-25T00:30:00Z"));
        assertThat(clerk.post(wednesday + "/adjourn", "{}").status()).isEqualTo(200);

        clock.set(Instant.parse("2026-11-25T22:00:00Z"));
        var next = ReportDay.open(Browser.as("ganam", port, data), "2026-11-26");
        next.type(edit("templates", "", "infection"), edit("figure/disinfect.sites/toDate", "", "1234"));
        next.filed(false, "");
        var thursday = sitting(next.series, "2026-11-26");
        for (var format : PaperFormat.values()) {
            var file = ok(clerk.download(thursday + "/agenda/pack." + format.ending()));
            assertThat(file.headers().firstValue("Content-Type")).contains(format.mediaType());
            assertThat(fileName(file)).endsWith("." + format.ending());
            assertThat(PaperWords.in(format, file.body()))
                    .as("%s", format)
                    .contains("마스크3천장", "강천면", "2026.11.25.", "이월1회", "제2026-", "소독", "1,234");
        }
    }

    @Test
    void thePageIsTheSameInHtmlAndRunsNothing() {
        var meeting = meeting();
        add(meeting, "<img src=x onerror=alert(1)>", true);
        var answer = ok(clerk.download(meeting + "/agenda/pack.html"));
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/html;charset=UTF-8");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "sandbox");
        assertThat(new String(answer.body(), StandardCharsets.UTF_8))
                .contains("&lt;img src=x onerror=alert(1)&gt;", "붙임 1. 오늘의 집계")
                .doesNotContain("<img");
    }

    @Test
    void whoMayNotSeeWhatIsInternalGetsNothingOfIt() throws IOException {
        var ganam = ReportDay.open(Browser.as("jeomdong", port, data), MONDAY);
        ganam.type(edit("situation", "", "환자 발생 기밀 문장"));
        ganam.filed(false, "");
        var meeting = meeting();
        add(meeting, "누구나 보는 주제", true);
        add(meeting, "감사 결과 기밀 안건", false);
        assertThat(PaperWords.in(
                        PaperFormat.PDF,
                        ok(clerk.download(meeting + "/agenda/pack.pdf")).body()))
                .contains("환자발생기밀문장", "감사결과기밀안건");

        var guest = guest(meeting);
        var text = PaperWords.in(
                PaperFormat.PDF,
                ok(guest.download(meeting + "/agenda/pack.pdf")).body());
        assertThat(text)
                .contains("누구나보는주제", "점동면상황보고")
                .doesNotContain("기밀", "비공개", "올린까닭", "붙임", "집계", "보고하지않은", "지시사항");
        assertThat(guest.get(meeting + "/agenda").status()).isEqualTo(403);
        assertThat(new Browser(port).get(meeting + "/agenda/pack.pdf").status()).isEqualTo(401);

        var other = guest(sitting(series(), "2026-11-24"));
        assertThat(other.get(meeting + "/agenda/pack.pdf").status())
                .as("a guest of another meeting")
                .isEqualTo(403);
    }

    @Test
    void whatThereIsNotIsSaidSo() {
        assertThat(clerk.get(meeting() + "/agenda/pack.docx").code()).isEqualTo("paper-format");
        assertThat(clerk.get("/api/v1/meetings/00000000-0000-0000-0000-000000000001/agenda/pack.pdf")
                        .code())
                .isEqualTo("no-meeting");
    }
}
