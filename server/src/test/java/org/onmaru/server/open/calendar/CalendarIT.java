package org.onmaru.server.open.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import biweekly.property.Status;
import java.io.StringReader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onmaru.server.Browser;
import org.onmaru.server.MovableClock;
import org.onmaru.server.ServerTest;
import org.onmaru.server.settings.DataDirectory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;

/// What citizens see of a series over time; the clock stands at 07:00 on Monday, 23 November 2026.
@ServerTest
class CalendarIT {

    private static final String ATOM = "http://www.w3.org/2005/Atom";

    @Autowired
    private MovableClock.Hands clock;

    @Autowired
    private DataDirectory data;

    @LocalServerPort
    private int port;

    private Browser admin;
    private Browser citizen;

    @BeforeEach
    void signIn() {
        clock.set(Instant.parse("2026-11-22T22:00:00Z"));
        admin = Browser.as("admin", port, data);
        citizen = new Browser(port);
    }

    private String series(String name, String from) {
        var answer = admin.post("/api/v1/series", """
                {"name":"%s","nameEn":"Test","startsAt":"10:00","opensMinutesBefore":10,"minutes":40,
                 "recurrence":"DAILY","onHolidays":"MEET","from":"%s"}""".formatted(name, from));
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
        return answer.body().path("id").asString();
    }

    private void phase(String series, String from, String name, boolean broadcast) {
        var answer = admin.post("/api/v1/series/" + series + "/phases", """
                {"from":"%s","name":"%s","nameEn":"Test","theme":"주제","audience":"ALL_STAFF","channel":"ONMARU",
                 "broadcast":%s,"agendaTemplate":"BY_HAND","unitIds":[],"cutOffs":[]}""".formatted(from, name, broadcast));
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
    }

    private String hold(String series) {
        var id = StreamSupport.stream(admin.get("/api/v1/meetings").body().spliterator(), false)
                .filter(meeting -> meeting.path("seriesId").asString().equals(series))
                .filter(meeting -> meeting.path("date").asString().equals("2026-11-23"))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
        for (var step : List.of("open", "start", "adjourn")) {
            assertThat(admin.send("POST", "/api/v1/meetings/" + id + "/" + step, null, true)
                            .status())
                    .as(step)
                    .isEqualTo(200);
        }
        return id;
    }

    private JsonNode page(String series, String day) {
        return citizen.get("/api/v1/public/series/" + series + "?day=" + day).body();
    }

    private List<String> month(String series, String month) {
        var found = new ArrayList<String>();
        for (var day : citizen.get("/api/v1/public/series/" + series + "/months/" + month)
                .body()) {
            for (var meeting : day.path("meetings")) {
                found.add(day.path("date").asString().substring(8) + " "
                        + meeting.path("title").asString() + " "
                        + meeting.path("state").asString());
            }
        }
        return found;
    }

    @Test
    void aSeriesIsFoundByAnyNameAndShowsTheNameOfTheDay() {
        var id = series("코로나19 비상대책 읍면동 영상회의", "2020-02-25");
        phase(id, "2020-05-11", "시정운영전략 영상회의", true);
        assertThat(page(id, "2020-05-10").path("name").asString()).isEqualTo("코로나19 비상대책 읍면동 영상회의");
        assertThat(page(id, "2020-05-11").path("name").asString()).isEqualTo("시정운영전략 영상회의");
        var phases = page(id, "2026-11-23").path("phases");
        assertThat(phases).hasSize(2);
        assertThat(phases.path(0).path("until").asString()).isEqualTo("2020-05-10");
        assertThat(phases.path(1).path("until").isNull()).isTrue();
        for (var letters : List.of("비상대책", "시정운영")) {
            var found =
                    citizen.get("/api/v1/public/series?called=" + URLEncoder.encode(letters, StandardCharsets.UTF_8));
            assertThat(StreamSupport.stream(found.body().spliterator(), false)
                            .map(one -> one.path("id").asString()))
                    .as(letters)
                    .contains(id);
        }
        assertThat(citizen.get("/api/v1/public/series?called=nothing-like-it").body())
                .isEmpty();
    }

    @Test
    void aMonthTellsWhatWasHeldAndWhatIsToCome() {
        var id = series("달력 회의", "2026-11-20");
        hold(id);
        assertThat(admin.send("PUT", "/api/v1/series/" + id + "/days/2026-11-26", """
                        {"kind":"CANCELLED","startsAt":null,"reason":"시설 점검"}""", true)
                        .status())
                .isEqualTo(204);
        phase(id, "2026-11-29", "새 이름 회의", true);

        assertThat(month(id, "2026-11"))
                .as("days before today on which nothing was held stay empty")
                .containsExactly(
                        "23 달력 회의 ADJOURNED",
                        "24 달력 회의 SCHEDULED",
                        "25 달력 회의 SCHEDULED",
                        "27 달력 회의 SCHEDULED",
                        "28 달력 회의 SCHEDULED",
                        "29 새 이름 회의 SCHEDULED",
                        "30 새 이름 회의 SCHEDULED");
        var days =
                citizen.get("/api/v1/public/series/" + id + "/months/2026-11").body();
        assertThat(days).hasSize(30);
        assertThat(days.toString()).as("why is told to staff").doesNotContain("시설 점검");
        assertThat(citizen.get("/api/v1/public/series/" + id + "/months/2026-12")
                        .body()
                        .path(24)
                        .path("holiday")
                        .asString())
                .isEqualTo("기독탄신일");
        assertThat(citizen.get("/api/v1/public/series/" + id + "/months/2026-13")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void whatIsNotForCitizensIsNotThere() {
        var closed = series("닫힌 회의", "2026-11-23");
        var first = admin.get("/api/v1/series/" + closed + "/phases")
                .body()
                .path(0)
                .path("id")
                .asString();
        var body = """
                {"from":"2026-11-23","name":"닫힌 회의","nameEn":"Closed","theme":"비밀 주제","audience":"EXECUTIVES",
                 "channel":"ONMARU","broadcast":false,"agendaTemplate":"BY_HAND","unitIds":[],"cutOffs":[]}""";
        assertThat(admin.send("PUT", "/api/v1/series/" + closed + "/phases/" + first, body, true)
                        .status())
                .isEqualTo(200);
        for (var path : List.of("", "/months/2026-11", "/meetings.ics", "/meetings.atom")) {
            assertThat(citizen.get("/api/v1/public/series/" + closed + path).status())
                    .as(path)
                    .isEqualTo(404);
        }
        assertThat(citizen.get("/api/v1/public/series").body().toString()).doesNotContain("닫힌");

        phase(closed, "2026-11-28", "열린 회의", true);
        assertThat(month(closed, "2026-11"))
                .containsExactly("28 열린 회의 SCHEDULED", "29 열린 회의 SCHEDULED", "30 열린 회의 SCHEDULED");
        var all = page(closed, "2026-11-23").toString()
                + citizen.get("/api/v1/public/series/" + closed + "/meetings.ics")
                        .raw()
                        .body();
        assertThat(all).contains("열린 회의").doesNotContain("닫힌").doesNotContain("비밀");
    }

    @Test
    void anotherLibraryReadsTheCalendar() {
        var id = series("구독 회의; 쉼표, 따옴표\\\"와 줄", "2026-11-23");
        var meeting = hold(id);
        var answer = citizen.get("/api/v1/public/series/" + id + "/meetings.ics");
        assertThat(answer.raw().headers().firstValue("Content-Type").orElseThrow())
                .startsWith("text/calendar");
        var calendar = Biweekly.parse(answer.raw().body()).first();
        var events = calendar.getEvents();
        VEvent held = events.getFirst();
        assertThat(held.getSummary().getValue()).isEqualTo("구독 회의; 쉼표, 따옴표\"와 줄 제1회");
        assertThat(held.getDateStart().getValue().toInstant()).isEqualTo(Instant.parse("2026-11-23T01:00:00Z"));
        assertThat(held.getDateEnd().getValue().toInstant()).isEqualTo(Instant.parse("2026-11-23T01:40:00Z"));
        assertThat(held.getUrl().getValue()).endsWith("/meetings/" + meeting);
        assertThat(held.getStatus().getValue()).isEqualTo(Status.confirmed().getValue());
        assertThat(events).as("today and two months ahead").hasSize(61);
        assertThat(events.stream().map(event -> event.getUid().getValue())).doesNotHaveDuplicates();
        assertThat(Duration.between(
                        held.getDateStart().getValue().toInstant(),
                        events.get(1).getDateStart().getValue().toInstant()))
                .isEqualTo(Duration.ofDays(1));
    }

    @Test
    void anAtomFeedListsWhatWasHeld() throws Exception {
        var id = series("소식 <회의> & 보고", "2026-11-23");
        var meeting = hold(id);
        var answer = citizen.get("/api/v1/public/series/" + id + "/meetings.atom");
        assertThat(answer.raw().headers().firstValue("Content-Type").orElseThrow())
                .startsWith("application/atom+xml");
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        var feed = factory.newDocumentBuilder()
                .parse(new InputSource(new StringReader(answer.raw().body())))
                .getDocumentElement();
        assertThat(first(feed, "title")).isEqualTo("소식 <회의> & 보고");
        var entries = feed.getElementsByTagNameNS(ATOM, "entry");
        assertThat(entries.getLength()).isEqualTo(1);
        var entry = (Element) entries.item(0);
        assertThat(first(entry, "id")).isEqualTo("urn:uuid:" + meeting);
        assertThat(first(entry, "title")).startsWith("소식 <회의> & 보고 제");
        assertThat(first(entry, "updated")).isEqualTo("2026-11-23T01:00:00Z");
    }

    private static String first(Element of, String name) {
        return of.getElementsByTagNameNS(ATOM, name).item(0).getTextContent();
    }
}
