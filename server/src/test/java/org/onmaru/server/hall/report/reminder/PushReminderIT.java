package org.onmaru.server.hall.report.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.onmaru.server.HeldMeeting.ok;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.onmaru.server.Browser;
import org.onmaru.server.MovableClock;
import org.onmaru.server.ServerTest;
import org.onmaru.server.city.push.TestBrowser;
import org.onmaru.server.city.push.TestPushService;
import org.onmaru.server.settings.DataDirectory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/// Reminders on people's devices; every test has a day of its own.
@ServerTest
class PushReminderIT {

    private static final TestPushService SERVICE = new TestPushService();

    @Autowired
    private Reminders reminders;

    @Autowired
    private MovableClock.Hands clock;

    @Autowired
    private DataDirectory data;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void options(DynamicPropertyRegistry registry) {
        registry.add("onmaru.push.hosts", SERVICE::url);
    }

    @AfterAll
    static void close() {
        SERVICE.close();
    }

    private TestBrowser device(String login, String language) {
        var device = new TestBrowser(SERVICE.url());
        ok(Browser.as(login, port, data).post("/api/v1/me/devices", "{" + device.json(language) + "}"));
        return device;
    }

    private JsonNode devices(String login) {
        return ok(Browser.as(login, port, data).get("/api/v1/me/devices"));
    }

    @Test
    void everyDeviceIsToldOnceWithoutNames() throws Exception {
        at("2026-11-24T21:59:59Z");
        var desk = device("ganam", "KO");
        var phone = device("ganam", "EN");
        var lost = device("jeomdong", "KO");
        SERVICE.answer(lost, 410, Map.of());
        at("2026-11-24T22:00:00Z"); // 07:00 on the 25th
        tickTwiceAtOnce();
        settled();

        var sent = SERVICE.of(desk);
        assertThat(sent).hasSize(1);
        assertThat(sent.getFirst().header("TTL")).as("until the cut-off").isEqualTo("1800");
        assertThat(sent.getFirst().header("Urgency")).isEqualTo("high");
        var korean = desk.read(sent.getFirst().body());
        assertThat(korean.path("title").asString()).isEqualTo("상황보고 07:30 마감");
        assertThat(korean.path("path").asString()).isEqualTo("/reports");
        assertThat(korean.toString()).doesNotContain("가남", "여주", "김하늘");
        assertThat(SERVICE.of(phone)).hasSize(1);
        var english = phone.read(SERVICE.of(phone).getFirst().body());
        assertThat(english.path("title").asString()).isEqualTo("Report due at 07:30");
        assertThat(english.path("lang").asString()).isEqualTo("en");
        assertThat(delivery("2026-11-25", "김하늘").path("state").asString()).isEqualTo("SENT");
        assertThat(delivery("2026-11-25", "김하늘").path("carrier").asString()).isEqualTo("PUSH_SERVICE");
        assertThat(devices("ganam").path(0).path("usedAt").asString()).startsWith("2026-11-24T22:00:00");

        assertThat(SERVICE.of(lost)).hasSize(1);
        assertThat(devices("jeomdong")).as("gone").isEmpty();
        assertThat(jdbc.sql("SELECT fault FROM notice_delivery WHERE state = 'FAILED' AND way = 'PUSH'")
                        .query(String.class)
                        .list())
                .containsExactly("NO_ADDRESS");
        at("2026-11-24T22:20:00Z"); // the second step
        tickTwiceAtOnce();
        settled();
        assertThat(SERVICE.of(desk)).hasSize(2);
        assertThat(SERVICE.of(lost)).hasSize(1);
    }

    @Test
    void oneDeviceIsEnoughAndATiredServiceIsLeftAlone() throws Exception {
        at("2026-11-25T21:59:59Z");
        var well = device("sejong", "KO");
        var ill = device("sejong", "KO");
        SERVICE.answer(ill, 500, Map.of());
        var tired = device("heungcheon", "KO");
        SERVICE.answer(tired, 429, Map.of("Retry-After", "120"));
        at("2026-11-25T22:00:00Z"); // 07:00 on the 26th
        tickTwiceAtOnce();
        settled();
        assertThat(SERVICE.of(well)).hasSize(1);
        assertThat(SERVICE.of(ill)).as("no second time: the person was told").hasSize(1);
        assertThat(SERVICE.of(tired)).hasSize(1);
        at("2026-11-25T22:01:59Z");
        settled();
        assertThat(SERVICE.of(tired)).as("it wants two minutes").hasSize(1);
        at("2026-11-25T22:02:00Z");
        settled();
        assertThat(SERVICE.of(tired)).hasSize(2);
        assertThat(SERVICE.of(ill)).hasSize(1);
    }

    @Test
    void whatAKilledServerHadInItsHandsTakesItsOwnPlace() throws Exception {
        at("2026-11-26T21:59:59Z");
        var device = device("ohak", "KO");
        at("2026-11-26T22:00:00Z"); // 07:00 on the 27th
        SERVICE.answer(device, 503, Map.of());
        tickTwiceAtOnce();
        settled();
        assertThat(jdbc.sql("UPDATE notice_delivery SET state = 'SENDING' WHERE way = 'PUSH' AND state = 'WAITING'")
                        .update())
                .isPositive();
        at("2026-11-26T22:05:01Z");
        await().atMost(Duration.ofSeconds(20)).until(() -> SERVICE.of(device).size() == 2);
        settled();
        assertThat(SERVICE.of(device))
                .extracting(one -> one.header("Topic"))
                .hasSize(2)
                .containsOnly(SERVICE.of(device).getFirst().header("Topic"));
        assertThat(SERVICE.of(device).getLast().header("TTL")).isEqualTo("1499");
    }

    private JsonNode delivery(String date, String person) {
        var clerk = Browser.as("clerk", port, data);
        var series = ok(clerk.get("/api/v1/series")).path(0).path("id").asString();
        var answer = ok(clerk.get("/api/v1/series/" + series + "/reminders?date=" + date));
        return answer.path("reminders")
                .valueStream()
                .flatMap(reminder -> reminder.path("deliveries").valueStream())
                .filter(one -> one.path("person").asString().equals(person))
                .findFirst()
                .orElseThrow();
    }

    private void at(String instant) {
        clock.set(Instant.parse(instant));
    }

    private void tickTwiceAtOnce() throws Exception {
        var start = new CyclicBarrier(2);
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (var i = 0; i < 2; i++) {
                Future<?> _ = threads.submit(() -> {
                    start.await();
                    reminders.tick();
                    return start;
                });
            }
        }
    }

    private void settled() {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> jdbc.sql("""
                        SELECT count(*) FROM notice_delivery
                        WHERE state = 'SENDING' OR (state = 'WAITING' AND due_at <= ?)""")
                                .param(Timestamp.from(clock.instant()))
                                .query(Integer.class)
                                .single()
                        == 0);
    }
}
