package org.onmaru.server.open.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onmaru.server.HeldMeeting.ok;
import static org.onmaru.server.HeldMeeting.refused;
import static org.onmaru.server.hall.report.ReportDay.edit;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onmaru.server.Browser;
import org.onmaru.server.HeldMeeting;
import org.onmaru.server.MovableClock;
import org.onmaru.server.ServerTest;
import org.onmaru.server.hall.report.ReportDay;
import org.onmaru.server.settings.DataDirectory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// What citizens learn of the figures; every test has a day of its own.
@ServerTest
class PublicFiguresIT {

    @Autowired
    private MovableClock.Hands clock;

    @Autowired
    private DataDirectory data;

    @LocalServerPort
    private int port;

    private Browser citizen;
    private Browser host;
    private String series;

    @BeforeEach
    void people() {
        citizen = new Browser(port);
        host = Browser.as("host", port, data);
        series = ok(host.get("/api/v1/series")).path(0).path("id").asString();
    }

    /// Seven in the morning.
    private void at(String date) {
        clock.set(Instant.parse(date + "T07:00:00+09:00"));
    }

    private void file(String login, String date) {
        var report = ReportDay.open(Browser.as(login, port, data), date);
        report.type(
                edit("templates", "", "infection,snow"),
                edit("figure/covid.confirmed/toDate", "", "5"),
                edit("figure/res.mask/toDate", "", "777"),
                edit("figure/snow.depth/toDate", "", "3.5"));
        report.filed(false, "");
    }

    private HeldMeeting meeting(String date, boolean rehearsal, boolean broadcast) {
        var id = ok(host.post("/api/v1/meetings", """
                        {"seriesId":"%s","date":"%s","startsAt":"07:10","rehearsal":%s,"broadcast":%s}""".formatted(series, date, rehearsal, broadcast)))
                .path("id")
                .asString();
        var meeting = new HeldMeeting(port, data, id);
        ok(host.post(meeting.path("/open"), "{}"));
        return meeting;
    }

    private Browser.Answer asked(String from, String to) {
        return citizen.get("/api/v1/public/series/" + series + "/figures?from=" + from + "&to=" + to);
    }

    private JsonNode days(String date) {
        return ok(asked(date, date));
    }

    private static List<String> metrics(JsonNode day) {
        return day.path("figures")
                .valueStream()
                .map(one -> one.path("metric").asString())
                .toList();
    }

    private static JsonNode figure(JsonNode day, String metric) {
        return day.path("figures")
                .valueStream()
                .filter(one -> one.path("metric").asString().equals(metric))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aDayIsForEverybodyOnceItsMeetingBegan() {
        var date = "2026-12-01";
        at(date);
        file("ganam", date);
        file("jeomdong", date);
        var meeting = meeting(date, false, true);
        assertThat(days(date)).as("people only come in").isEmpty();
        assertThat(ok(citizen.get("/api/v1/public/figures")).path("day").isNull())
                .isTrue();
        meeting.start();

        var day = days(date).path(0);
        assertThat(metrics(day)).as("stocks are the city's own").containsExactly("covid.confirmed", "snow.depth");
        assertThat(day.path("provisional").asBoolean())
                .as("twelve have not reported")
                .isTrue();
        var confirmed = figure(day, "covid.confirmed");
        assertThat(confirmed.path("toDate").asInt()).isEqualTo(10);
        assertThat(confirmed.path("parts"))
                .as("a patient's town is nobody's business")
                .isEmpty();
        assertThat(confirmed.path("ko").asString()).isEqualTo("확진");
        var snow = figure(day, "snow.depth");
        assertThat(snow.path("toDate").decimalValue())
                .as("two towns with 3.5 cm are no seven")
                .isEqualByComparingTo("3.5");
        assertThat(snow.path("parts")
                        .valueStream()
                        .map(part -> part.path("unit").asString()))
                .containsExactlyInAnyOrder("가남읍", "점동면");
        assertThat(asked(date, date).raw().body()).doesNotContain("777", "res.mask");

        var latest = ok(citizen.get("/api/v1/public/figures"));
        assertThat(latest.path("seriesId").asString()).isEqualTo(series);
        assertThat(latest.path("day")).isEqualTo(day);

        var clerk = Browser.as("clerk", port, data);
        ok(clerk.send(
                "PUT",
                "/api/v1/series/" + series + "/city-figures/" + date + "/covid.confirmed",
                "{\"thisPeriod\":1,\"toDate\":12}",
                true));
        assertThat(figure(days(date).path(0), "covid.confirmed").path("toDate").asInt())
                .as("what the city says itself")
                .isEqualTo(12);
        meeting.adjourn();
    }

    @Test
    void nothingComesOfMeetingsThatAreNotForCitizens() {
        var date = "2026-12-03";
        at(date);
        file("sanbuk", date);
        meeting(date, true, true).start();
        var internal = meeting(date, false, false);
        internal.start();
        internal.adjourn();
        assertThat(days(date)).isEmpty();
        assertThat(ok(asked("2026-12-02", "2026-12-04"))).isEmpty();
    }

    @Test
    void askingForWhatThereIsNot() {
        at("2026-12-05");
        refused(asked("2026-12-05", "2026-12-04"), 400, "period");
        refused(asked("2025-01-01", "2026-12-04"), 400, "period");
        assertThat(asked("nonsense", "2026-12-04").status()).isEqualTo(400);
        assertThat(
                        ok(
                                citizen.get(
                                        "/api/v1/public/series/00000000-0000-0000-0000-000000000000/figures?from=2026-12-01&to=2026-12-04")))
                .isEmpty();
    }
}
