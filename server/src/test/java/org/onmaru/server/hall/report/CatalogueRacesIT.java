package org.onmaru.server.hall.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.onmaru.server.HeldMeeting.ok;
import static org.onmaru.server.HeldMeeting.refused;
import static org.onmaru.server.hall.report.CatalogueKeeper.metric;
import static org.onmaru.server.hall.report.ReportDay.edit;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onmaru.server.Browser;
import org.onmaru.server.HeldMeeting;
import org.onmaru.server.MovableClock;
import org.onmaru.server.ServerTest;
import org.onmaru.server.settings.DataDirectory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/// A metric changes while something is done with it. A report is either first, and what the metric means stays, or
/// judged by what it means then; a chart of what citizens may not know is never left on a public stage.
@ServerTest
class CatalogueRacesIT {

    private static final String MONDAY = "2026-11-23";
    private static final int ROUNDS = 8;

    @Autowired
    private MovableClock.Hands clock;

    @Autowired
    private DataDirectory data;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @LocalServerPort
    private int port;

    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private CatalogueKeeper keeper;

    @BeforeEach
    void administrator() {
        clock.set(Instant.parse("2026-11-22T22:00:00Z"));
        keeper = new CatalogueKeeper(port, data);
    }

    @AfterEach
    void end() {
        threads.close();
    }

    /// With 3.5 of a metric that has one decimal now.
    private ReportDay typed(String login, String name, String metric) {
        var report = ReportDay.open(Browser.as(login, port, data), MONDAY);
        report.type(
                edit("templates", "", keeper.newTemplate(name, metric)),
                edit("figure/" + metric + "/toDate", "", "3.5"));
        return report;
    }

    /// What both came to, the second begun when the first had done everything but the end of its transaction. Every
    /// change ends with a line in the audit, so both wait for whoever holds that.
    private void overlapping(Callable<Browser.Answer> first, Callable<Browser.Answer> second, Judge judge)
            throws Exception {
        record Both(Future<Browser.Answer> first, Future<Browser.Answer> second) {}
        var both = Objects.requireNonNull(transaction.execute(_ -> {
            jdbc.sql("LOCK TABLE audit_entry IN EXCLUSIVE MODE").update();
            var one = threads.submit(first);
            awaitWaiting(1);
            var two = threads.submit(second);
            awaitWaiting(2);
            return new Both(one, two);
        }));
        judge.of(both.first.get(), both.second.get());
    }

    private interface Judge {
        void of(Browser.Answer first, Browser.Answer second);
    }

    private void awaitWaiting(int transactions) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> jdbc.sql("""
                                SELECT count(DISTINCT l.pid) FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
                                WHERE NOT l.granted AND a.datname = current_database()""").query(Integer.class).single() == transactions);
    }

    @Test
    void aReportThatIsBeingFiledIsWaitedFor() throws Exception {
        var depth = keeper.newMetric(metric("결빙 두께", "decimals", 1));
        var report = typed("ganam", "결빙", depth);
        overlapping(
                () -> report.file(false, ""),
                () -> keeper.changeMetric(depth, metric("결빙 두께"), 1),
                (filed, changed) -> {
                    ok(filed);
                    refused(changed, 409, "metric-filed");
                });
        assertThat(keeper.keptMetric(depth).at("/metric/decimals").asInt()).isEqualTo(1);
    }

    @Test
    void aReportWaitsForTheMetricThatIsBeingChanged() throws Exception {
        var depth = keeper.newMetric(metric("서리 두께", "decimals", 1));
        var report = typed("jeomdong", "서리", depth);
        overlapping(
                () -> keeper.changeMetric(depth, metric("서리 두께"), 1),
                () -> report.file(false, ""),
                (changed, filed) -> {
                    ok(changed);
                    refused(filed, 400, "report-faults");
                });
        assertThat(report.get().body().path("versions")).isEmpty();
    }

    /// What shows that metric while citizens watch.
    private HeldMeeting meeting(String login, String name, String metric) {
        var report = ReportDay.open(Browser.as(login, port, data), MONDAY);
        report.type(
                edit("templates", "", keeper.newTemplate(name, metric)), edit("figure/" + metric + "/toDate", "", "3"));
        report.filed(false, "");
        var meeting = new StagedMeeting(port, data);
        meeting.start();
        meeting.begin(meeting.item(name, true));
        return meeting;
    }

    private static final class StagedMeeting extends HeldMeeting {
        StagedMeeting(int port, DataDirectory data) {
            super(port, data, false);
        }
    }

    private static Browser.Answer show(HeldMeeting meeting, String metric) {
        return meeting.host.send("PUT", meeting.path("/slide/chart"), """
                {"kind":"DAYS_14","metric":"%s"}""".formatted(metric), true);
    }

    private static JsonNode onStage(HeldMeeting meeting) {
        return ok(meeting.host.get(meeting.path("/slide"))).path("chart");
    }

    private static Map<String, Object> open(String name) {
        return metric(name, "disclosure", "PUBLIC", "citation", "재난안전법 §66의9");
    }

    @Test
    void aChartThatIsBeingShownIsTakenOffAgain() throws Exception {
        var metric = keeper.newMetric(open("단수 세대"));
        var meeting = meeting("sanbuk", "단수", metric);
        overlapping(
                () -> show(meeting, metric),
                () -> keeper.changeMetric(metric, metric("단수 세대"), 1),
                (shown, changed) -> {
                    ok(shown);
                    ok(changed);
                });
        assertThat(onStage(meeting).isNull()).isTrue();
        meeting.adjourn();
    }

    @Test
    void aChartWaitsForTheMetricThatIsBeingNarrowed() throws Exception {
        var metric = keeper.newMetric(open("정전 세대"));
        var meeting = meeting("ohak", "정전", metric);
        overlapping(
                () -> keeper.changeMetric(metric, metric("정전 세대"), 1),
                () -> show(meeting, metric),
                (changed, shown) -> {
                    ok(changed);
                    refused(shown, 409, "chart-internal");
                });
        assertThat(onStage(meeting).isNull()).isTrue();
        meeting.adjourn();
    }

    /// Whether the latest version has a figure of it.
    private static boolean isFiled(ReportDay report, String metric) {
        int latest = report.get().body().path("versions").size();
        return latest > 0
                && ok(report.browser.get(report.path() + "/versions/" + latest))
                        .at("/content/figures")
                        .valueStream()
                        .anyMatch(figure -> figure.path("metric").asString().equals(metric));
    }

    @Test
    void howeverTheyMeetNothingIsFiledWithWhatTheMetricIsNoMore() throws Exception {
        var report = ReportDay.open(Browser.as("heungcheon", port, data), MONDAY);
        var form = keeper.newTemplate("만남");
        report.type(edit("templates", "", form), edit("situation", "", "한파"));
        for (int round = 0; round < ROUNDS; round++) {
            var name = "만남 " + round;
            var depth = keeper.newMetric(metric(name, "decimals", 1));
            ok(keeper.changeTemplate(form, "만남", depth));
            var field = "figure/" + depth + "/toDate";
            report.type(edit(field, "", "3.5"));
            var together = new CyclicBarrier(2);
            var filing = threads.submit(() -> {
                together.await();
                return report.file(false, "다시");
            });
            var changing = threads.submit(() -> {
                together.await();
                return keeper.changeMetric(depth, metric(name), 1);
            });
            var filed = filing.get();
            var changed = changing.get();
            if (isFiled(report, depth)) {
                ok(filed);
                refused(changed, 409, "metric-filed");
            } else {
                ok(changed);
                report.type(edit(field, "3.5", ""));
            }
        }
    }
}
