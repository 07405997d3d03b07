package org.onmaru.server.hall.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onmaru.server.HeldMeeting.ok;
import static org.onmaru.server.HeldMeeting.refused;
import static org.onmaru.server.hall.report.CatalogueKeeper.metric;
import static org.onmaru.server.hall.report.ReportDay.edit;
import static org.onmaru.server.hall.report.ReportDay.figure;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onmaru.server.Browser;
import org.onmaru.server.HeldMeeting;
import org.onmaru.server.MovableClock;
import org.onmaru.server.ServerTest;
import org.onmaru.server.settings.DataDirectory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// Templates and metrics of administrators' own, from the form to the citizens, and what becomes of filed reports when
/// they change; every test has days and names of its own.
@ServerTest
class TemplatesIT {

    @Autowired
    private MovableClock.Hands clock;

    @Autowired
    private DataDirectory data;

    @LocalServerPort
    private int port;

    private CatalogueKeeper keeper;
    private Browser clerk;
    private String series;

    @BeforeEach
    void people() {
        keeper = new CatalogueKeeper(port, data);
        clerk = as("clerk");
        series = ok(clerk.get("/api/v1/series")).path(0).path("id").asString();
    }

    private Browser as(String login) {
        return Browser.as(login, port, data);
    }

    /// Opens a report at seven in the morning.
    private ReportDay open(String login, String date) {
        clock.set(Instant.parse(date + "T07:00:00+09:00"));
        return ReportDay.open(as(login), date);
    }

    private ReportDay file(String login, String date, String template, String metric, String thisPeriod) {
        var report = open(login, date);
        report.type(edit("templates", "", template), edit("figure/" + metric + "/thisPeriod", "", thisPeriod));
        report.filed(false, "");
        return report;
    }

    private HeldMeeting meeting(String date) {
        clock.set(Instant.parse(date + "T07:00:00+09:00"));
        var host = as("host");
        var id = ok(host.post("/api/v1/meetings", """
                        {"seriesId":"%s","date":"%s","startsAt":"07:10","rehearsal":false,"broadcast":true}""".formatted(series, date)))
                .path("id")
                .asString();
        var meeting = new HeldMeeting(port, data, id);
        ok(host.post(meeting.path("/open"), "{}"));
        meeting.start();
        return meeting;
    }

    private static Optional<JsonNode> of(JsonNode figures, String metric) {
        return figures.valueStream()
                .filter(one -> one.path("metric").asString().equals(metric))
                .findFirst();
    }

    private static JsonNode line(JsonNode rollUp, String metric) {
        return of(rollUp.path("lines"), metric).orElseThrow();
    }

    private JsonNode rollUps(String from, String to) {
        return ok(clerk.get("/api/v1/series/" + series + "/roll-up?from=" + from + "&to=" + to));
    }

    private JsonNode offered(String template) {
        return ok(clerk.get("/api/v1/report-templates"))
                .valueStream()
                .filter(one -> one.path("key").asString().equals(template))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> names(JsonNode metrics) {
        return metrics.valueStream().map(one -> one.path("ko").asString()).toList();
    }

    private static List<String> asked(JsonNode report) {
        return report.path("figures")
                .valueStream()
                .map(one -> one.path("metric").asString())
                .toList();
    }

    /// What citizens are told of that day, as text too: what they may not know is nowhere in it.
    private Browser.Answer citizens(String date) {
        return new Browser(port).get("/api/v1/public/series/" + series + "/figures?from=" + date + "&to=" + date);
    }

    private Optional<JsonNode> forCitizens(String date, String metric) {
        return of(ok(citizens(date)).path(0).path("figures"), metric);
    }

    @Test
    void anAddedMetricGoesFromTheFormToTheCitysFiguresAndToCitizensWhenItMay() {
        var pipes = keeper.newMetric(metric("동파 신고", "en", "Frozen pipes reported"));
        var cold = keeper.newTemplate("한파", pipes);
        assertThat(names(offered(cold).path("metrics"))).containsExactly("동파 신고");
        assertThat(offered(cold).path("former")).isEmpty();

        file("ganam", "2026-12-01", cold, pipes, "7");
        file("jeomdong", "2026-12-01", cold, pipes, "5");
        var next = open("ganam", "2026-12-02");
        assertThat(next.get().body().path("templates").toString()).isEqualTo("[\"" + cold + "\"]");
        next.type(edit("figure/" + pipes + "/thisPeriod", "", "2"));
        next.filed(false, "");

        var day = "2026-12-01";
        var board = ok(clerk.get("/api/v1/series/" + series + "/board?date=" + day));
        var sum = line(board.path("rollUp"), pipes);
        assertThat(sum.path("ko").asString()).isEqualTo("동파 신고");
        assertThat(sum.path("en").asString()).isEqualTo("Frozen pipes reported");
        assertThat(sum.path("measure").asString()).isEqualTo("건");
        assertThat(sum.path("toDate").asInt()).isEqualTo(12);
        assertThat(sum.path("parts")).hasSize(2);
        var days = rollUps(day, "2026-12-02");
        assertThat(days.valueStream()
                        .map(one -> line(one, pipes).path("thisPeriod").asInt()))
                .containsExactly(12, 2);
        assertThat(clerk.get("/api/v1/series/" + series + "/roll-up.csv?from=" + day + "&to=" + day)
                        .raw()
                        .body())
                .contains(day + "," + pipes + ",동파 신고,건,가남읍,7,7,")
                .contains(day + "," + pipes + ",동파 신고,건,합계,12,12,");

        var meeting = meeting(day);
        assertThat(citizens(day).raw().body()).doesNotContain(pipes, "동파");

        var open = metric("동파 신고", "disclosure", "PUBLIC");
        refused(keeper.changeMetric(pipes, open), 400, "citation-missing");
        assertThat(forCitizens(day, pipes)).isEmpty();
        open.put("citation", "재난안전법 §66의9");
        ok(keeper.changeMetric(pipes, open));
        var told = forCitizens(day, pipes).orElseThrow();
        assertThat(told.path("toDate").asInt()).isEqualTo(12);
        assertThat(told.path("parts")).as("which town is not said yet").isEmpty();

        open.put("unitDisclosure", "PUBLIC");
        ok(keeper.changeMetric(pipes, open));
        assertThat(forCitizens(day, pipes)
                        .orElseThrow()
                        .path("parts")
                        .valueStream()
                        .map(part -> part.path("unit").asString()))
                .containsExactlyInAnyOrder("가남읍", "점동면");

        open.put("unitDisclosure", "RESTRICTED");
        ok(keeper.changeMetric(pipes, open));
        assertThat(forCitizens(day, pipes).orElseThrow().path("parts")).isEmpty();
        open.put("disclosure", "RESTRICTED");
        ok(keeper.changeMetric(pipes, open));
        assertThat(citizens(day).raw().body()).doesNotContain(pipes, "동파");
        assertThat(line(rollUps(day, day).path(0), pipes).path("toDate").asInt())
                .isEqualTo(12);
        meeting.adjourn();
    }

    @Test
    void aMetricThatIsTakenOutOfAFormIsAskedNoMoreAndStaysWhereItWasFiled() {
        var burst = keeper.newMetric(metric("계량기 동파"));
        var guests = keeper.newMetric(metric("쉼터 이용", "mayFall", true));
        var template = keeper.newTemplate("한파 쉼터", burst, guests);
        var report = open("heungcheon", "2026-12-05");
        report.type(
                edit("templates", "", template),
                edit("figure/" + burst + "/toDate", "", "3"),
                edit("figure/" + guests + "/toDate", "", "40"));
        report.filed(false, "");
        var before = report.browser.get(report.path() + "/versions/1").raw().body();
        assertThat(before).contains(burst, guests);

        ok(keeper.changeTemplate(template, "한파 쉼터", guests));
        assertThat(names(offered(template).path("metrics"))).containsExactly("쉼터 이용");
        assertThat(names(offered(template).path("former"))).containsExactly("계량기 동파");
        assertStays(report, before);
        var next = open("heungcheon", "2026-12-06");
        assertThat(asked(next.get().body())).containsExactly(guests);
        next.filed(false, "");
        assertThat(line(rollUps("2026-12-05", "2026-12-05").path(0), burst)
                        .path("toDate")
                        .asInt())
                .isEqualTo(3);
        assertThat(of(rollUps("2026-12-06", "2026-12-06").path(0).path("lines"), burst))
                .as("nobody said anything of it")
                .isEmpty();

        report.type(edit("figure/" + guests + "/toDate", "40", "41"));
        var corrected = report.filed(false, "다시 셈");
        assertThat(figure(corrected, burst).path("toDate").asInt())
                .as("a correction keeps what was filed with it")
                .isEqualTo(3);
        assertThat(report.browser.get(report.path() + "/versions/1").raw().body())
                .isEqualTo(before);
        assertThat(report.browser.get(report.path() + "/versions/2").raw().body())
                .contains(burst);

        ok(keeper.changeTemplate(template, "한파 쉼터", guests, burst));
        assertThat(offered(template).path("former")).isEmpty();
        assertThat(asked(open("heungcheon", "2026-12-07").get().body())).containsExactly(guests, burst);
    }

    @Test
    void aRetiredMetricIsAskedNoMoreAndStaysWhereItWasFiled() {
        var burst = keeper.newMetric(metric("급수 중단"));
        var template = keeper.newTemplate("한파 급수", burst, "facility.checked");
        var report = file("geumsa", "2026-12-05", template, burst, "6");
        var before = report.browser.get(report.path() + "/versions/1").raw().body();

        ok(keeper.retireMetric(burst, true));
        assertThat(names(offered(template).path("metrics"))).containsExactly("시설 점검");
        assertThat(names(offered(template).path("former"))).containsExactly("급수 중단");
        assertStays(report, before);
        var next = open("geumsa", "2026-12-06");
        assertThat(asked(next.get().body())).containsExactly("facility.checked");

        ok(keeper.retireMetric(burst, false));
        var again = figure(next.get().body(), burst);
        assertThat(again.path("before").asInt()).isEqualTo(6);
        assertThat(again.path("carried").asBoolean()).isTrue();
        assertThat(offered(template).path("former")).isEmpty();
    }

    @Test
    void aRetiredTemplateStaysInItsReportsAndIsNotChosenAnew() {
        var burst = keeper.newMetric(metric("보일러 고장"));
        var template = keeper.newTemplate("한파 난방", burst);
        var report = file("sejong", "2026-12-05", template, burst, "2");
        var before = report.browser.get(report.path() + "/versions/1").raw().body();
        ok(keeper.retireTemplate(template, true));

        assertThat(offered(template).path("retired").asBoolean()).isTrue();
        assertThat(names(offered(template).path("metrics"))).containsExactly("보일러 고장");
        assertStays(report, before);
        report.type(edit("templates", template, template + ",snow"), edit("figure/" + burst + "/thisPeriod", "2", "3"));
        assertThat(figure(report.filed(false, "한 곳 더"), burst).path("toDate").asInt())
                .isEqualTo(3);

        var next = open("sejong", "2026-12-06");
        assertThat(next.get().body().path("templates").toString())
                .as("what else was chosen stays chosen")
                .isEqualTo("[\"snow\"]");
        var retired = next.change(UUID.randomUUID(), edit("templates", "snow", "snow," + template));
        refused(retired, 409, "template-retired");
        assertThat(retired.body().path("detail").asString()).contains("한파 난방");
        assertThat(next.get().body().path("templates").toString()).isEqualTo("[\"snow\"]");

        var elsewhere = open("daesin", "2026-12-06");
        refused(elsewhere.change(UUID.randomUUID(), edit("templates", "", template)), 409, "template-retired");
        ok(keeper.retireTemplate(template, false));
        elsewhere.type(edit("templates", "", template));
        assertThat(asked(elsewhere.get().body())).containsExactly(burst);
    }

    @Test
    void aReportThatWasFiledSaysNothingElseWhenItsFormGrows() {
        var burst = keeper.newMetric(metric("결빙 도로"));
        var template = keeper.newTemplate("한파 도로", burst);
        file("bungnae", "2026-12-05", template, burst, "1");
        var report = file("bungnae", "2026-12-06", template, burst, "1");
        var before = report.browser.get(report.path() + "/versions/1").raw().body();
        var salted = keeper.newMetric(metric("제설제 살포"));
        ok(keeper.changeTemplate(template, "한파 도로 관리", salted, "facility.checked", burst));
        assertThat(asked(report.get().body())).containsExactly(salted, "facility.checked", burst);
        assertStays(report, before);
        assertThat(report.file(false, "").status()).as("the same filing again").isEqualTo(200);
        assertThat(report.get().body().path("versions")).hasSize(1);
    }

    /// It reads as it did, and nothing in it waits to be filed.
    private static void assertStays(ReportDay report, String before) {
        assertThat(report.browser.get(report.path() + "/versions/1").raw().body())
                .isEqualTo(before);
        var now = report.get().body();
        assertThat(now.path("unfiled").asBoolean()).isFalse();
        assertThat(now.path("faults")).isEmpty();
        assertThat(now.path("templates")).hasSize(1);
    }
}
