package org.onmaru.server.hall.report.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onmaru.server.Browser;
import org.onmaru.server.MovableClock;
import org.onmaru.server.ServerTest;
import org.onmaru.server.hall.report.ReportDay;
import org.onmaru.server.settings.DataDirectory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A clerk reminds one unit, in a city without mail server and gateway; every test has a day of its own.
@ServerTest
class RemindByHandIT {

    @Autowired
    private MovableClock.Hands clock;

    @Autowired
    private DataDirectory data;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    private Browser clerk;
    private String reminders;

    @BeforeEach
    void signIn() {
        clerk = as("clerk");
        reminders = "/api/v1/series/"
                + clerk.get("/api/v1/series").body().get(0).path("id").asString() + "/reminders";
    }

    private Browser as(String login) {
        return Browser.as(login, port, data);
    }

    private String unit(String name) {
        return StreamSupport.stream(clerk.get("/api/v1/units").body().spliterator(), false)
                .filter(unit -> unit.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
    }

    private Browser.Answer remind(Browser browser, String date, String cutOff, String unit) {
        return browser.post(reminders, """
                {"date":"%s","cutOff":"%s","unitId":"%s"}""".formatted(date, cutOff, unit));
    }

    private void wantsSms(String login, String mobile) {
        var put = as(login).send("PUT", "/api/v1/me/contact", """
                {"email":"","mobile":"%s","ways":["SMS"]}""".formatted(mobile), true);
        assertThat(put.status()).as(put.raw().body()).isEqualTo(200);
    }

    private JsonNode only(JsonNode answer) {
        assertThat(answer.path("reminders")).hasSize(1);
        return answer.path("reminders").get(0);
    }

    private String unreachable(String date) {
        return clerk.get(reminders + "?date=" + date).body().path("unreachable").toString();
    }

    /// What lies ready for the town's own tool.
    private List<JsonNode> messagesTo(String number) throws IOException {
        var folder = data.path().resolve("notices/sms");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.newDirectoryStream(folder, "*.json")) {
            return StreamSupport.stream(files.spliterator(), false)
                    .map(file -> JsonMapper.shared().readTree(file))
                    .filter(message -> message.path("to").asString().equals(number))
                    .toList();
        }
    }

    @Test
    void oneUnitIsRemindedAndTheBoardSaysWhoAndHow() throws IOException {
        clock.set(Instant.parse("2026-11-23T21:00:00Z")); // 06:00 on the 24th
        var ganam = unit("가남읍");
        var nobody = remind(clerk, "2026-11-24", "07:30", ganam);
        assertThat(nobody.status()).isEqualTo(409);
        assertThat(nobody.code()).isEqualTo("nobody-reachable");
        assertThat(unreachable("2026-11-24")).contains(ganam);

        wantsSms("ganam", "010-2222-3333");
        assertThat(unreachable("2026-11-24")).doesNotContain(ganam);
        var sent = remind(clerk, "2026-11-24", "07:30", ganam);
        assertThat(sent.status()).as(sent.raw().body()).isEqualTo(200);
        var reminder = only(sent.body());
        assertThat(reminder.path("unitId").asString()).isEqualTo(ganam);
        assertThat(reminder.path("cutOff").asString()).isEqualTo("07:30");
        assertThat(reminder.path("at").asString()).isEqualTo("2026-11-23T21:00:00Z");
        assertThat(reminder.path("by").asString()).isEqualTo("문초롱");
        assertThat(reminder.path("minutesBefore").isNull()).isTrue();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> messagesTo("01022223333").size() == 1);
        var message = messagesTo("01022223333").getFirst();
        assertThat(message.path("kind").asString()).isEqualTo("SMS");
        assertThat(message.path("text").asString())
                .startsWith("[여주시] 가남읍 상황보고 미제출, 07:30 마감 http://localhost:" + port + "/reports");

        var seen = await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> clerk.get(reminders + "?date=2026-11-24"),
                        answer -> only(answer.body())
                                .at("/deliveries/0/state")
                                .asString()
                                .equals("SENT"));
        var delivery = only(seen.body()).at("/deliveries/0");
        assertThat(delivery.path("person").asString()).isEqualTo("김하늘");
        assertThat(delivery.path("way").asString()).isEqualTo("SMS");
        assertThat(delivery.path("carrier").asString()).isEqualTo("SMS_FOLDER");
        assertThat(delivery.path("fault").isNull()).isTrue();
        assertThat(seen.raw().body()).as("never an address").doesNotContain("2222");
        assertThat(jdbc.sql("SELECT actor_name FROM audit_entry WHERE action = 'report.reminded' AND subject_id = ?")
                        .param(ganam)
                        .query(String.class)
                        .list())
                .containsExactly("문초롱");
    }

    @Test
    void notAgainAtOnceNotWhenFiledAndOnlyWhatIsDueToday() {
        clock.set(Instant.parse("2026-11-24T23:00:00Z")); // 08:00 on the 25th: after the cut-off
        wantsSms("ohak", "010-3333-4444");
        var ohak = unit("오학동");
        assertThat(remind(clerk, "2026-11-25", "07:30", ohak).status()).isEqualTo(200);
        clock.advance(Duration.ofMinutes(3));
        var soon = remind(clerk, "2026-11-25", "07:30", ohak);
        assertThat(soon.status()).isEqualTo(429);
        assertThat(soon.code()).isEqualTo("reminded-just-now");
        assertThat(soon.body().path("detail").asString()).isEqualTo("방금 알렸습니다. 2분 뒤에 다시 보낼 수 있습니다.");
        clock.advance(Duration.ofMinutes(2));
        assertThat(remind(clerk, "2026-11-25", "07:30", ohak).status()).isEqualTo(200);

        clock.advance(Duration.ofMinutes(5));
        ReportDay.open(as("ohak"), "2026-11-25").filed(true, "");
        assertThat(remind(clerk, "2026-11-25", "07:30", ohak).code()).isEqualTo("reminder-filed");
        assertThat(remind(clerk, "2026-11-24", "07:30", ohak).code()).isEqualTo("reminder-not-due");
        assertThat(remind(clerk, "2026-11-26", "07:30", ohak).code()).isEqualTo("reminder-not-due");
        assertThat(remind(clerk, "2026-11-25", "09:30", ohak).code()).isEqualTo("reminder-not-due");
        assertThat(remind(clerk, "2026-11-25", "07:30", unit("비서실")).code()).isEqualTo("reminder-not-due");
    }

    @Test
    void aWayThatTheCityGaveUpIsSaid() {
        clock.set(Instant.parse("2026-11-26T21:00:00Z")); // 06:00 on the 27th
        wantsSms("bungnae", "010-5555-6666");
        assertThat(remind(clerk, "2026-11-27", "07:30", unit("북내면")).status()).isEqualTo(200);
        var both = as("bungnae").send("PUT", "/api/v1/me/contact", """
                {"email":"eunbyeol@yeoju.example","mobile":"010-5555-6666","ways":["EMAIL","SMS"]}""", true);
        assertThat(both.status()).isEqualTo(200);
        // as it was left by a server that had a mail server
        jdbc.sql("""
                INSERT INTO notice_delivery (id, occasion_id, person_id, way, subject, words, sms, brief, state,
                    due_at, changed_at)
                SELECT gen_random_uuid(), occasion_id, person_id, 'EMAIL', subject, words, sms, brief, 'WAITING',
                    changed_at, changed_at
                FROM notice_delivery d JOIN report_reminder r ON r.id = d.occasion_id WHERE r.date = '2026-11-27'""").update();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> only(clerk.get(reminders + "?date=2026-11-27").body())
                        .at("/deliveries/0/fault")
                        .asString("")
                        .equals("OFF"));
    }

    @Test
    void whoDoesNotRunTheSeriesNeitherRemindsNorLearns() {
        clock.set(Instant.parse("2026-11-25T21:00:00Z")); // 06:00 on the 26th
        wantsSms("jungang", "010-4444-5555");
        var jungang = unit("중앙동");
        assertThat(remind(as("host"), "2026-11-26", "07:30", jungang).status()).isEqualTo(200);
        for (var login : List.of("jungang", "staff")) {
            assertThat(remind(as(login), "2026-11-26", "07:30", jungang).status())
                    .as(login)
                    .isEqualTo(403);
            var answer = as(login).get(reminders + "?date=2026-11-26");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body().path("mayRemind").asBoolean()).isFalse();
            assertThat(answer.body().path("reminders")).isEmpty();
            assertThat(answer.body().path("unreachable")).isEmpty();
        }
        assertThat(new Browser(port).get(reminders + "?date=2026-11-26").status())
                .isEqualTo(401);
    }
}
