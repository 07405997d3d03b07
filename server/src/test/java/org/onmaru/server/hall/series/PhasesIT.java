package org.onmaru.server.hall.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onmaru.server.Browser;
import org.onmaru.server.MovableClock;
import org.onmaru.server.ServerTest;
import org.onmaru.server.hall.meeting.Meetings;
import org.onmaru.server.settings.DataDirectory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Series whose name, days and hours change; the clock stands at 07:00 on Monday, 23 November 2026.
@ServerTest
class PhasesIT {

    private static final Path FIRST_YEAR = Path.of("src/test/resources/yeoju-first-year.json");

    @Autowired
    private PhaseBook phases;

    @Autowired
    private Meetings meetings;

    @Autowired
    private MovableClock.Hands clock;

    @Autowired
    private DataDirectory data;

    @LocalServerPort
    private int port;

    private Browser admin;

    @BeforeEach
    void signIn() {
        clock.set(Instant.parse("2026-11-22T22:00:00Z"));
        admin = Browser.as("admin", port, data);
    }

    private String create(String name, String recurrence, String onHolidays, String from) {
        var answer = admin.post("/api/v1/series", """
                {"name":"%s","nameEn":"Test","startsAt":"10:00","opensMinutesBefore":10,"minutes":30,
                 "recurrence":"%s","onHolidays":"%s","from":"%s"}""".formatted(name, recurrence, onHolidays, from));
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
        return answer.body().path("id").asString();
    }

    private static String phase(String from, String name) {
        return """
                {"from":"%s","name":"%s","nameEn":"Test","theme":"","audience":"ALL_STAFF","channel":"ONMARU",
                 "broadcast":true,"agendaTemplate":"DAILY","unitIds":[],"cutOffs":["07:30","14:00"]}""".formatted(from, name);
    }

    private List<String> days(String series, String from, String to) {
        var answer = admin.get("/api/v1/series/" + series + "/days?from=" + from + "&to=" + to);
        assertThat(answer.status()).isEqualTo(200);
        var met = new ArrayList<String>();
        for (var day : answer.body()) {
            if (!day.path("startsAt").isNull()) {
                met.add(day.path("date").asString().substring(5) + " "
                        + day.path("startsAt").asString());
            }
        }
        return met;
    }

    @Test
    void theFirstYearOfYeojuIsOneSeriesUnderAllItsNames() throws IOException {
        JsonNode year = JsonMapper.shared().readTree(Files.readString(FIRST_YEAR));
        var first = year.path("phases").get(0);
        var id = create(
                first.path("name").asString(),
                "DAILY",
                "MEET",
                first.path("from").asString());
        for (int i = 1; i < year.path("phases").size(); i++) {
            var next = year.path("phases").get(i);
            var body = phase(next.path("from").asString(), next.path("name").asString());
            assertThat(admin.post("/api/v1/series/" + id + "/phases", body).status())
                    .isEqualTo(200);
        }
        var series = new SeriesId(java.util.UUID.fromString(id));
        assertThat(phases.on(series, LocalDate.of(2020, 5, 10)).name()).isEqualTo("코로나19 비상대책 읍면동 영상회의");
        assertThat(phases.on(series, LocalDate.of(2020, 5, 11)).name()).isEqualTo("시정운영전략 영상회의");
        assertThat(phases.on(series, LocalDate.of(2020, 12, 7)).name()).isEqualTo("코로나19 총력대응 영상회의");
        assertThat(phases.on(series, LocalDate.of(2020, 12, 8)).name()).isEqualTo("통합재난 안전대책 영상회의");
        for (var letters : List.of("비상대책", "시정운영", "총력대응", "통합재난")) {
            var found = admin.get("/api/v1/series?called="
                    + java.net.URLEncoder.encode(letters, java.nio.charset.StandardCharsets.UTF_8));
            assertThat(StreamSupport.stream(found.body().spliterator(), false)
                            .map(one -> one.path("id").asString()))
                    .as(letters)
                    .contains(id);
        }
        var list = admin.get("/api/v1/series/" + id + "/phases").body();
        assertThat(list).hasSize(6);
        assertThat(list.get(5).path("current").asBoolean()).isTrue();
        assertThat(list.get(5).path("cutOffs").toString()).isEqualTo("[\"07:30\",\"14:00\"]");
    }

    @Test
    void aMeetingIsCalledByThePhaseOfItsDay() {
        var id = create("옛 이름 회의", "DAILY", "MEET", "2026-11-23");
        assertThat(admin.post("/api/v1/series/" + id + "/phases", phase("2026-11-24", "새 이름 회의"))
                        .status())
                .isEqualTo(200);
        assertThat(titles(id, LocalDate.of(2026, 11, 23), LocalDate.of(2026, 11, 24)))
                .containsExactly("옛 이름 회의", "새 이름 회의");
        var again = admin.post("/api/v1/series/" + id + "/phases", phase("2026-11-24", "같은 날"));
        assertThat(again.code()).isEqualTo("phase-same-day");
    }

    private List<String> titles(String series, LocalDate from, LocalDate to) {
        return meetings.between(from, to).stream()
                .filter(meeting -> meeting.series().value().toString().equals(series))
                .map(meeting -> meeting.title())
                .toList();
    }

    @Test
    void holidaysStopSomeSeriesAndNotTheDailyOne() {
        // 2026-12-25 is a Friday; 2027-01-01 too
        assertThat(days(create("매일", "DAILY", "MEET", "2026-11-23"), "2026-12-24", "2026-12-26"))
                .containsExactly("12-24 10:00", "12-25 10:00", "12-26 10:00");
        assertThat(days(create("평일", "WORKING_DAYS", "MEET", "2026-11-23"), "2026-12-24", "2026-12-28"))
                .containsExactly("12-24 10:00", "12-28 10:00");
        assertThat(days(create("금요", "WEEKLY FRIDAY", "SKIP", "2026-11-23"), "2026-12-18", "2027-01-08"))
                .containsExactly("12-18 10:00", "01-08 10:00");
        assertThat(days(create("미룸", "WEEKLY FRIDAY", "NEXT_WORKING_DAY", "2026-11-23"), "2026-12-18", "2027-01-05"))
                .containsExactly("12-18 10:00", "12-28 10:00", "01-04 10:00");
    }

    @Test
    void aDecreedHolidayMovesWhatFollowsTheHolidays() {
        var working = create("평일 회의", "WORKING_DAYS", "SKIP", "2026-11-23");
        var daily = create("매일 회의", "DAILY", "MEET", "2026-11-23");
        var day = LocalDate.of(2026, 11, 24);
        assertThat(state(working, day)).containsExactly("SCHEDULED");

        assertThat(put(
                        "/api/v1/holidays/2026-11-24",
                        "{\"name\":\"임시공휴일\",\"nameEn\":\"Temporary holiday\",\"citation\":\"규정 §2 11호\"}"))
                .isEqualTo(204);
        assertThat(state(working, day)).containsExactly("CANCELLED");
        assertThat(state(daily, day)).containsExactly("SCHEDULED");
        assertThat(days(working, "2026-11-23", "2026-11-25")).containsExactly("11-23 10:00", "11-25 10:00");
        var listed = StreamSupport.stream(
                        admin.get("/api/v1/holidays?year=2026").body().spliterator(), false)
                .filter(one -> one.path("date").asString().equals("2026-11-24"))
                .findFirst()
                .orElseThrow();
        assertThat(listed.path("citation").asString()).isEqualTo("규정 §2 11호");

        assertThat(admin.send("DELETE", "/api/v1/holidays/2026-11-24", null, true)
                        .status())
                .isEqualTo(204);
        assertThat(state(working, day)).containsExactly("SCHEDULED");
        assertThat(put("/api/v1/holidays/2026-11-22", "{\"name\":\"어제\",\"nameEn\":\"Yesterday\",\"citation\":\"없음\"}"))
                .isEqualTo(400);
        assertThat(admin.get("/api/v1/holidays?year=1999").status()).isEqualTo(400);
    }

    @Test
    void oneDayMayDifferAndFollowAgain() {
        var id = create("바뀌는 날", "WEEKLY MONDAY", "SKIP", "2026-11-23");
        var series = "/api/v1/series/" + id;
        assertThat(days(id, "2026-11-23", "2026-12-06")).containsExactly("11-23 10:00", "11-30 10:00");
        assertThat(state(id, LocalDate.of(2026, 11, 30))).containsExactly("SCHEDULED");

        assertThat(put(series + "/days/2026-11-30", "{\"kind\":\"CANCELLED\",\"startsAt\":null,\"reason\":\"제설 작업\"}"))
                .isEqualTo(204);
        assertThat(put(series + "/days/2026-12-02", "{\"kind\":\"EXTRA\",\"startsAt\":\"16:30\",\"reason\":\"대체\"}"))
                .isEqualTo(204);
        assertThat(days(id, "2026-11-23", "2026-12-06")).containsExactly("11-23 10:00", "12-02 16:30");
        assertThat(state(id, LocalDate.of(2026, 11, 30))).containsExactly("CANCELLED");
        assertThat(state(id, LocalDate.of(2026, 12, 2))).containsExactly("SCHEDULED");

        assertThat(admin.send("DELETE", series + "/days/2026-11-30", null, true).status())
                .isEqualTo(204);
        assertThat(days(id, "2026-11-23", "2026-12-01")).containsExactly("11-23 10:00", "11-30 10:00");
        assertThat(state(id, LocalDate.of(2026, 11, 30))).containsExactly("SCHEDULED");
        assertThat(put(series + "/days/2026-11-22", "{\"kind\":\"CANCELLED\",\"startsAt\":null,\"reason\":\"어제\"}"))
                .isEqualTo(400);
        assertThat(put(series + "/days/2026-12-01", "{\"kind\":\"EXTRA\",\"startsAt\":null,\"reason\":\"시각 없음\"}"))
                .isEqualTo(400);
    }

    private int put(String path, String json) {
        return admin.send("PUT", path, json, true).status();
    }

    private List<String> state(String series, LocalDate day) {
        return meetings.between(day, day).stream()
                .filter(meeting -> meeting.series().value().toString().equals(series))
                .map(meeting -> meeting.state().name())
                .toList();
    }
}
