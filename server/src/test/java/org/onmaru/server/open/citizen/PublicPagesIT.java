package org.onmaru.server.open.citizen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onmaru.server.HeldMeeting.ok;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.onmaru.server.Browser;
import org.onmaru.server.HeldMeeting;
import org.onmaru.server.MovableClock;
import org.onmaru.server.ServerTest;
import org.onmaru.server.settings.DataDirectory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the citizens' pages say before anything runs in a browser.
@ServerTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PublicPagesIT {

    private static final String TRICK = "눈</script><b>제설";

    @Autowired
    private MovableClock.Hands clock;

    @Autowired
    private DataDirectory data;

    @Autowired
    private KnownSeries series;

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void web(DynamicPropertyRegistry options) throws IOException {
        var folder = Files.createTempDirectory(Path.of("target"), "web");
        Files.writeString(folder.resolve("index.html"), """
                <html><head><meta name="description" content="any" /><title>any</title></head><body><div id="app"><p>wait</p></div>page</body></html>""");
        options.add("onmaru.web.dir", folder::toString);
    }

    @BeforeEach
    void morning() {
        clock.set(Instant.parse("2026-11-22T23:30:00Z"));
    }

    private Browser.Answer page(String path) {
        return new Browser(port).get(path);
    }

    private static String html(Browser.Answer answer) {
        assertThat(answer.raw().headers().firstValue("Content-Type").orElseThrow())
                .isEqualTo("text/html;charset=UTF-8");
        assertThat(answer.raw().body()).contains("page</body>");
        return answer.raw().body();
    }

    private static JsonNode script(String html, String attributes) {
        var found =
                Pattern.compile("<script " + attributes + ">([^<]*)</script>").matcher(html);
        assertThat(found.find()).as(html).isTrue();
        return JsonMapper.shared().readTree(found.group(1));
    }

    private static JsonNode linkedData(String html) {
        return script(html, "type=\"application/ld\\+json\"");
    }

    private HeldMeeting meeting(boolean rehearsal) {
        var host = Browser.as("host", port, data);
        var series = ok(host.get("/api/v1/series")).path(0).path("id").asString();
        var id = ok(host.post("/api/v1/meetings", """
                        {"seriesId":"%s","date":"2026-11-23","startsAt":"08:30","rehearsal":%s}""".formatted(series, rehearsal)))
                .path("id")
                .asString();
        var meeting = new HeldMeeting(port, data, id);
        ok(host.post(meeting.path("/open"), "{}"));
        return meeting;
    }

    @Test
    void theFrontPageTellsWhatIsOnAndHandsItToTheApplication() {
        var before = html(page("/"));
        assertThat(before)
                .contains("<title>생중계 | 여주시 온마루</title>", "시연용 화면입니다.", "다음 회의")
                .doesNotContain("any", "wait");
        assertThat(script(before, "type=\"application/json\" id=\"live\"")
                        .path("state")
                        .asString())
                .isEqualTo("none");

        var meeting = meeting(false);
        meeting.start();
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            var on = html(page("/"));
            assertThat(script(on, "type=\"application/json\" id=\"live\"")
                            .path("meeting")
                            .asString())
                    .isEqualTo(meeting.meeting);
            assertThat(on).contains("<span class=\"lamp lamp-off\">비공개 진행 중</span><h2>통합재난 안전대책 영상회의");
            var event = linkedData(on);
            assertThat(event.path("@context").asString()).isEqualTo("https://schema.org");
            assertThat(event.path("@type").asString()).isEqualTo("BroadcastEvent");
            assertThat(event.path("isLiveBroadcast").asBoolean()).isTrue();
            assertThat(event.path("startDate").asString()).isEqualTo("2026-11-23T08:30+09:00");
            assertThat(event.at("/organizer/name").asString()).isEqualTo("여주시");
        });
        meeting.adjourn();
    }

    @Test
    void aMeetingIsAnEventOfItsOwn() {
        var meeting = meeting(false);
        meeting.start();
        clock.advance(Duration.ofMinutes(25));
        meeting.adjourn();
        var html = html(page("/meetings/" + meeting.meeting));
        var ordinal = ok(meeting.host.get(meeting.path(""))).path("ordinal").asInt();
        assertThat(html)
                .contains("<title>통합재난 안전대책 영상회의 제" + ordinal + "회 | 여주시 온마루</title>")
                .contains("<link rel=\"canonical\" href=\"http://localhost:" + port + "/meetings/" + meeting.meeting
                        + "\" />");
        var event = linkedData(html);
        assertThat(event.path("@type").asString()).isEqualTo("Event");
        assertThat(event.path("startDate").asString()).isEqualTo("2026-11-23T08:30+09:00");
        assertThat(event.path("endDate").asString()).isEqualTo("2026-11-23T08:55+09:00");
        assertThat(event.at("/location/url").asString()).endsWith("/meetings/" + meeting.meeting);
    }

    @Test
    void whatIsNotForCitizensIsAnsweredAsIfItWereNotThere() {
        var rehearsal = page("/meetings/" + meeting(true).meeting);
        var nothing = page("/meetings/00000000-0000-0000-0000-000000000000");
        assertThat(rehearsal.status()).isEqualTo(404);
        assertThat(html(rehearsal)).isEqualTo(html(nothing));
    }

    @Test
    void listsSayWhatIsInThemAndWhoseTheyAre() {
        var html = html(page("/search?q=x"));
        assertThat(html)
                .contains("<title>다시보기 검색 | 여주시 온마루</title>")
                .contains("<link rel=\"canonical\" href=\"http://localhost:" + port + "/search\" />");
        assertThat(linkedData(html).path("@type").asString()).isEqualTo("GovernmentOrganization");
        var city = script(html, "type=\"application/json\" id=\"city\"");
        assertThat(city.path("name").asString()).isEqualTo("여주시");
        assertThat(city.path("demo").asBoolean()).isTrue();
        for (var path : new String[] {"/meetings", "/city-figures"}) {
            assertThat(html(page(path))).as(path).doesNotContain("<title>any</title>", "<title> |");
        }
    }

    @Test
    @Order(1)
    void aCityWithOneSeriesTakesEverybodyStraightToIt() {
        var only = Browser.as("host", port, data).get("/api/v1/public/series").body();
        assertThat(only).hasSize(1);
        var path = "/series/" + only.path(0).path("id").asString();
        var answer = page("/series");
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.raw().headers().firstValue("Location").orElse("")).endsWith(path);
        var name = only.path(0).path("name").asString();
        assertThat(html(page(path)))
                .contains("<title>" + name + " | 여주시 온마루</title>")
                .contains("<h1 class=\"title\">" + name + "</h1>");

        ok(Browser.as("admin", port, data).post("/api/v1/series", """
                {"name":"주간 점검","nameEn":"Weekly","startsAt":"10:00","opensMinutesBefore":10,"minutes":30,
                 "recurrence":"DAILY","onHolidays":"MEET","from":"2026-11-23"}"""));
        series.learn();
        assertThat(html(page("/series"))).contains("<h1 class=\"title\">회의 달력</h1>");
    }

    @Test
    void aTitleThatLooksLikeAnElementIsAWord() {
        var admin = Browser.as("admin", port, data);
        var series = ok(admin.post("/api/v1/series", """
                        {"name":"%s","nameEn":"Test","startsAt":"10:00","opensMinutesBefore":10,"minutes":30,
                         "recurrence":"DAILY","onHolidays":"MEET","from":"2026-11-23"}""".formatted(TRICK)))
                .path("id")
                .asString();
        var id = ok(admin.post("/api/v1/meetings", """
                        {"seriesId":"%s","date":"2026-11-23","startsAt":"09:30","rehearsal":false,"broadcast":true}""".formatted(series)))
                .path("id")
                .asString();
        var html = html(page("/meetings/" + id));
        assertThat(html).doesNotContain("<b>").contains("눈&lt;/script&gt;&lt;b&gt;제설");
        assertThat(html)
                .contains("<h1 class=\"title\">눈&lt;/script&gt;&lt;b&gt;제설</h1>")
                .contains("<p class=\"when\">2026. 11. 23. 09:30</p>")
                .doesNotContain("wait");
        assertThat(linkedData(html).path("name").asString()).isEqualTo(TRICK);
    }
}
