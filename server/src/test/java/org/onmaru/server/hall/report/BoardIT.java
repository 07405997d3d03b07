package org.onmaru.server.hall.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onmaru.server.hall.report.ReportDay.await;
import static org.onmaru.server.hall.report.ReportDay.edit;

import java.time.Instant;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onmaru.server.Browser;
import org.onmaru.server.MovableClock;
import org.onmaru.server.ServerTest;
import org.onmaru.server.settings.DataDirectory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// The board and the city's figures; every test has days of its own.
@ServerTest
class BoardIT {

    @Autowired
    private MovableClock.Hands clock;

    @Autowired
    private DataDirectory data;

    @LocalServerPort
    private int port;

    private Browser clerk;
    private String series;

    @BeforeEach
    void signIn() {
        clock.set(Instant.parse("2026-11-22T22:00:00Z"));
        clerk = as("clerk");
        series = "/api/v1/series/"
                + clerk.get("/api/v1/series").body().get(0).path("id").asString();
    }

    private Browser as(String login) {
        return Browser.as(login, port, data);
    }

    private static JsonNode place(JsonNode board, String unit) {
        return StreamSupport.stream(board.at("/columns/0/units").spliterator(), false)
                .filter(place -> place.path("unit").asString().equals(unit))
                .findFirst()
                .orElseThrow();
    }

    private static String state(JsonNode board, String unit) {
        return place(board, unit).path("state").asString();
    }

    private JsonNode line(String date, String metric) {
        var days = clerk.get(series + "/roll-up?from=" + date + "&to=" + date).body();
        return StreamSupport.stream(days.get(0).path("lines").spliterator(), false)
                .filter(line -> line.path("metric").asString().equals(metric))
                .findFirst()
                .orElseThrow();
    }

    private void file(String login, String date, String metric, String toDate, String reason) {
        var report = ReportDay.open(as(login), date);
        report.type(edit("templates", "", "snow,infection"), edit("figure/" + metric + "/toDate", "", toDate));
        report.filed(false, reason);
    }

    @Test
    void theBoardIsLive() throws InterruptedException {
        var seen = clerk.events(series + "/board/events?date=2026-11-23");
        var empty = await(seen, "board", _ -> true);
        assertThat(empty.at("/columns/0/cutOff").asString()).isEqualTo("07:30");
        assertThat(empty.at("/columns/0/cutOffAt").asString()).isEqualTo("2026-11-22T22:30:00Z");
        assertThat(empty.at("/columns/0/units")).hasSize(14);
        assertThat(state(empty, "가남읍")).isEqualTo("MISSING");
        assertThat(empty.at("/rollUp/missing")).hasSize(14);

        var ganam = ReportDay.open(as("ganam"), "2026-11-23");
        ganam.type(edit("situation", "", "눈"));
        await(seen, "board", board -> state(board, "가남읍").equals("DRAFT"));
        ganam.filed(false, "");
        var filed = await(seen, "board", board -> state(board, "가남읍").equals("FILED"));
        assertThat(place(filed, "가남읍").at("/latest/number").asInt()).isEqualTo(1);
        assertThat(filed.at("/rollUp/missing")).hasSize(13);

        ReportDay.open(as("ohak"), "2026-11-23").filed(true, "");
        await(seen, "board", board -> state(board, "오학동").equals("NIL"));
        clock.set(Instant.parse("2026-11-22T23:00:00Z"));
        ReportDay.open(as("sanbuk"), "2026-11-23").filed(true, "");
        await(seen, "board", board -> state(board, "산북면").equals("LATE"));
    }

    @Test
    void theCityIsTheSumAndItsOwnFigureStandsBeside() {
        var day = "2026-11-24";
        file("ganam", day, "covid.confirmed", "12", "");
        file("ohak", day, "covid.confirmed", "3", "");
        var sum = line(day, "covid.confirmed");
        assertThat(sum.path("toDate").asInt()).isEqualTo(15);
        assertThat(sum.path("difference").isNull()).isTrue();
        assertThat(sum.path("parts")).hasSize(2);

        var put = clerk.send(
                "PUT", series + "/city-figures/" + day + "/covid.confirmed", "{\"thisPeriod\":2,\"toDate\":17}", true);
        assertThat(put.status()).as(put.raw().body()).isEqualTo(200);
        assertThat(line(day, "covid.confirmed").path("difference").asInt()).isEqualTo(-2);
        assertThat(clerk.send(
                                "PUT",
                                series + "/city-figures/" + day + "/covid.confirmed",
                                "{\"thisPeriod\":2,\"toDate\":-1}",
                                true)
                        .code())
                .isEqualTo("negative");
        assertThat(clerk.send(
                                "PUT",
                                series + "/city-figures/" + day + "/covid.nothing",
                                "{\"thisPeriod\":2,\"toDate\":1}",
                                true)
                        .code())
                .isEqualTo("metric-missing");
        assertThat(as("ganam")
                        .send(
                                "PUT",
                                series + "/city-figures/" + day + "/covid.confirmed",
                                "{\"thisPeriod\":0,\"toDate\":0}",
                                true)
                        .status())
                .isEqualTo(403);
        assertThat(clerk.send("DELETE", series + "/city-figures/" + day + "/covid.confirmed", null, true)
                        .status())
                .isEqualTo(204);
        assertThat(line(day, "covid.confirmed").path("city").isNull()).isTrue();
    }

    @Test
    void aCorrectedPastDayRecomputesAndSaysSo() {
        file("ganam", "2026-11-25", "snow.depth", "3.5", "");
        file("ganam", "2026-11-26", "snow.depth", "5", "");
        assertThat(line("2026-11-26", "snow.depth").path("thisPeriod").decimalValue())
                .isEqualByComparingTo("1.5");
        assertThat(line("2026-11-26", "snow.depth").path("corrected").asBoolean())
                .isFalse();

        file("ganam", "2026-11-25", "snow.depth", "4", "다시 쟀음");
        assertThat(line("2026-11-25", "snow.depth").path("corrected").asBoolean())
                .as("before the cut-off it is no correction of anything published")
                .isFalse();

        clock.set(Instant.parse("2026-11-26T02:00:00Z"));
        file("ganam", "2026-11-25", "snow.depth", "4.5", "자료 오류");
        var corrected = line("2026-11-25", "snow.depth");
        assertThat(corrected.path("corrected").asBoolean()).isTrue();
        assertThat(corrected.path("toDate").decimalValue()).isEqualByComparingTo("4.5");
        var next = line("2026-11-26", "snow.depth");
        assertThat(next.path("thisPeriod").decimalValue()).isEqualByComparingTo("0.5");
        assertThat(next.path("corrected").asBoolean()).isTrue();
    }

    @Test
    void anyDayIsDownloadedAsATableAndAsJson() {
        file("jungang", "2026-11-28", "snow.depth", "2", "");
        file("ohak", "2026-11-28", "snow.depth", "5.5", "");
        var csv =
                clerk.get(series + "/roll-up.csv?from=2026-11-27&to=2026-11-28").raw();
        assertThat(csv.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment")
                .contains("roll-up-2026-11-27-2026-11-28.csv");
        assertThat(csv.body())
                .startsWith("\uFEFF날짜,")
                .contains("2026-11-28,snow.depth,적설,cm,중앙동,2,2,")
                .contains("2026-11-28,snow.depth,적설,cm,최고,5.5,5.5,");
        var json = clerk.get(series + "/roll-up.json?from=2026-11-27&to=2026-11-28");
        assertThat(json.raw().headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment");
        assertThat(json.body()).hasSize(2);
        assertThat(json.body().get(0).path("lines")).isEmpty();
        assertThat(clerk.get(series + "/roll-up?from=2026-11-28&to=2026-11-27").code())
                .isEqualTo("period");
        assertThat(new Browser(port)
                        .get(series + "/roll-up.csv?from=2026-11-27&to=2026-11-28")
                        .status())
                .isEqualTo(401);
    }
}
