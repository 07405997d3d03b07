package org.onmaru.server.hall.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.onmaru.server.Browser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What somebody does with the report of their unit on one day, as the web application does it.
public final class ReportDay {

    final Browser browser;
    public final String series;
    final String unit;
    final String id;

    private ReportDay(Browser browser, String series, String unit, String id) {
        this.browser = browser;
        this.series = series;
        this.unit = unit;
        this.id = id;
    }

    /// Opens the report of the unit of whoever the browser belongs to.
    public static ReportDay open(Browser browser, String date) {
        var due = browser.get("/api/v1/reports/mine?date=" + date).body();
        assertThat(due).as(date).hasSize(1);
        var series = due.get(0).path("seriesId").asString();
        var unit = due.get(0).path("unitId").asString();
        var opened = open(browser, series, unit, date);
        assertThat(opened.status()).as(opened.raw().body()).isEqualTo(200);
        return new ReportDay(browser, series, unit, opened.body().path("id").asString());
    }

    static Browser.Answer open(Browser browser, String series, String unit, String date) {
        return browser.post("/api/v1/series/" + series + "/reports", """
                {"date":"%s","cutOff":"07:30","unitId":"%s"}""".formatted(date, unit));
    }

    /// The same report for somebody else.
    ReportDay as(Browser other) {
        return new ReportDay(other, series, unit, id);
    }

    String path() {
        return "/api/v1/series/" + series + "/reports/" + id;
    }

    Browser.Answer get() {
        return browser.get(path());
    }

    public static String edit(String field, String base, String value) {
        return JsonMapper.shared().writeValueAsString(Map.of("field", field, "base", base, "value", value));
    }

    Browser.Answer change(UUID id, String... edits) {
        return browser.send(
                "PATCH", path(), "{\"changeId\":\"" + id + "\",\"edits\":[" + String.join(",", edits) + "]}", true);
    }

    public JsonNode type(String... edits) {
        var answer = change(UUID.randomUUID(), edits);
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
        return answer.body().path("report");
    }

    Browser.Answer file(boolean nil, String reason) {
        return browser.post(path() + "/file", """
                {"nil":%s,"last":false,"reason":"%s"}""".formatted(nil, reason));
    }

    public JsonNode filed(boolean nil, String reason) {
        var answer = file(nil, reason);
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
        return answer.body();
    }

    static JsonNode figure(JsonNode report, String metric) {
        return StreamSupport.stream(report.path("figures").spliterator(), false)
                .filter(figure -> figure.path("metric").asString().equals(metric))
                .findFirst()
                .orElseThrow();
    }

    /// The first event of that name that is as wanted.
    static JsonNode await(BlockingQueue<String> events, String name, Predicate<JsonNode> wanted)
            throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (System.nanoTime() < until) {
            var event = events.poll(1, TimeUnit.SECONDS);
            if (event != null && event.startsWith(name + " ")) {
                var value = JsonMapper.shared().readTree(event.substring(name.length() + 1));
                if (wanted.test(value)) {
                    return value;
                }
            }
        }
        throw new AssertionError("no such " + name + " came");
    }
}
