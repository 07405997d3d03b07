package org.onmaru.server.open.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onmaru.server.HeldMeeting.ok;
import static org.onmaru.server.HeldMeeting.refused;

import org.junit.jupiter.api.Test;
import org.onmaru.server.Browser;
import org.onmaru.server.HeldMeeting;
import org.onmaru.server.MovableClock;
import org.onmaru.server.ServerTest;
import org.onmaru.server.city.push.TestBrowser;
import org.onmaru.server.settings.DataDirectory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// Who may ask to be told, and what is kept of them.
@ServerTest
class SubscriptionIT {

    private static final String HERE = "/api/v1/public/subscriptions";
    private static final String SERVICE = "https://updates.push.services.mozilla.com";

    @Autowired
    private MovableClock.Hands clock;

    @Autowired
    private DataDirectory data;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    private Browser.Answer add(TestBrowser browser, String seriesJson) {
        return new Browser(port).post(HERE, "{" + browser.json("KO") + ",\"seriesId\":" + seriesJson + "}");
    }

    private JsonNode end(TestBrowser browser, String seriesJson) {
        return ok(new Browser(port)
                .post(HERE + "/end", "{\"endpoint\":\"" + browser.endpoint() + "\",\"seriesId\":" + seriesJson + "}"));
    }

    private String series() {
        return '"'
                + ok(new Browser(port).get("/api/v1/public/series"))
                        .path(0)
                        .path("id")
                        .asString()
                + '"';
    }

    private int kept(TestBrowser browser) {
        return jdbc.sql("SELECT count(*) FROM subscription WHERE endpoint = ?")
                .param(browser.endpoint())
                .query(Integer.class)
                .single();
    }

    @Test
    void anybodyIsToldOfAllOrOfOneSeriesAndForgottenWhenTheyWish() {
        clock.set(clock.instant().plusSeconds(2 * 3_600));
        var browser = new TestBrowser(SERVICE);
        var one = series();
        assertThat(ok(add(browser, one)).toString()).isEqualTo("{\"every\":false,\"seriesIds\":[" + one + "]}");
        assertThat(ok(add(browser, one)).path("seriesIds")).as("once").hasSize(1);
        assertThat(ok(add(browser, "null")).path("every").asBoolean()).isTrue();
        assertThat(end(browser, "null").toString()).isEqualTo("{\"every\":false,\"seriesIds\":[" + one + "]}");
        assertThat(kept(browser)).isOne();
        assertThat(end(browser, one).toString()).isEqualTo("{\"every\":false,\"seriesIds\":[]}");
        assertThat(kept(browser)).as("nothing is kept of whoever wants nothing").isZero();
        assertThat(end(browser, one).path("every").asBoolean()).as("again").isFalse();
        assertThat(jdbc.sql("SELECT column_name FROM information_schema.columns WHERE table_name = 'subscription'")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder(
                        "id", "endpoint", "p256dh", "auth", "language", "every_series", "series_ids");
    }

    @Test
    void strangeAddressesKeysAndSeriesAreRefused() {
        clock.set(clock.instant().plusSeconds(2 * 3_600));
        var browser = new TestBrowser(SERVICE);
        refused(add(new TestBrowser("https://10.0.0.7"), "null"), 400, "push-endpoint");
        refused(add(new TestBrowser("http://updates.push.services.mozilla.com"), "null"), 400, "push-endpoint");
        refused(add(browser, "\"00000000-0000-0000-0000-000000000009\""), 404, "series-missing");
        refused(
                new Browser(port).post(HERE, "{" + browser.json("EN").replace(browser.auth(), "AAAA") + "}"),
                400,
                "push-keys");
        for (var nonsense : new String[] {"{}", "[]", "null", "{\"endpoint\":7}", "{\"endpoint\":{\"a\":[]}}", "{"}) {
            assertThat(new Browser(port).post(HERE, nonsense).status())
                    .as(nonsense)
                    .isEqualTo(400);
        }
        assertThat(kept(browser)).isZero();
    }

    @Test
    void aSeriesForStaffDoesNotExistHere() {
        clock.set(clock.instant().plusSeconds(2 * 3_600));
        var admin = Browser.as("admin", port, data);
        var made = ok(admin.post("/api/v1/series", """
                {"name":"간부회의","nameEn":"Executives","startsAt":"08:00","opensMinutesBefore":30,"minutes":60,
                 "recurrence":"DAILY","onHolidays":"MEET","from":"2026-01-01"}"""));
        var id = made.path("id").asString();
        var phase = ok(admin.get("/api/v1/series/" + id + "/phases"))
                .path(0)
                .path("id")
                .asString();
        HeldMeeting.ok(admin.send("PUT", "/api/v1/series/" + id + "/phases/" + phase, """
                {"from":"2026-01-01","name":"간부회의","nameEn":"Executives","theme":"","audience":"ALL_STAFF",
                 "channel":"ONMARU","broadcast":false,"agendaTemplate":"DAILY","unitIds":[],"cutOffs":[]}""", true));
        refused(add(new TestBrowser(SERVICE), '"' + id + '"'), 404, "series-missing");
    }

    @Test
    void aMachineIsSlowedDown() {
        clock.set(clock.instant().plusSeconds(2 * 3_600));
        var browser = new TestBrowser(SERVICE);
        for (var i = 0; i < Knocks.MOST; i++) {
            end(browser, "null");
        }
        refused(add(browser, "null"), 429, "too-many-subscriptions");
        clock.set(clock.instant().plusSeconds(3_600));
        ok(add(browser, "null"));
    }
}
