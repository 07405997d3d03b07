package org.onmaru.server.hall.report.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.onmaru.server.Browser;
import org.onmaru.server.FreshDatabase;
import org.onmaru.server.MovableClock;
import org.onmaru.server.OnmaruServer;
import org.onmaru.server.TestDatabase;
import org.onmaru.server.hall.report.ReportDay;
import org.onmaru.server.hall.series.PhaseBook;
import org.onmaru.server.hall.series.SeriesBook;
import org.onmaru.server.settings.DataDirectory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// Two servers on one database, a mail server that keeps what it gets, and a gateway; every test has a day of its own.
class RemindersIT {

    private static final String LINK = "https://onmaru.yeoju.example/reports";

    @RegisterExtension
    static final GreenMailExtension MAIL =
            new GreenMailExtension(ServerSetupTest.SMTP.dynamicPort()).withPerMethodLifecycle(false);

    private static final TestGateway GATEWAY = new TestGateway();
    private static final List<ConfigurableApplicationContext> SERVERS = new ArrayList<>();
    private static final List<Map<String, Object>> OPTIONS = new ArrayList<>();

    /// What both clocks show; a server that starts again goes on from there.
    private static volatile Instant now = Instant.parse("2026-11-22T18:00:00Z");

    @TestConfiguration(proxyBeanMethods = false)
    static class GoingOn {

        @Bean
        @Primary
        MovableClock.Hands hands() {
            return new MovableClock.Hands(now);
        }
    }

    @BeforeAll
    static void start() {
        var url = TestDatabase.fresh();
        for (var i = 0; i < 2; i++) {
            var options = new HashMap<>(FreshDatabase.options(url));
            options.put("server.port", "0");
            options.put("onmaru.demo", "true");
            options.put("onmaru.public-url", "https://onmaru.yeoju.example");
            options.put("spring.mail.host", "127.0.0.1");
            options.put("spring.mail.port", MAIL.getSmtp().getPort());
            options.put("onmaru.notice.mail-from", "onmaru@yeoju.example");
            options.put("onmaru.notice.sms.url", GATEWAY.url());
            options.put("onmaru.notice.sms.secret", "Bearer secret");
            // Nothing is broadcast here.
            options.put("onmaru.studio.command[0]", "/bin/sh");
            options.put("onmaru.studio.command[1]", "-c");
            options.put("onmaru.studio.command[2]", "[ \"$0\" = --finish ] || exec sleep 1d");
            OPTIONS.add(options);
        }
        startBoth();
        wants("ganam", "ganam@yeoju.example", "010-1000-0001", "\"EMAIL\",\"SMS\"");
        wants("jeomdong", "jeomdong@yeoju.example", "", "\"EMAIL\"");
        wants("ohak", "ohak@yeoju.example", "010-1000-0003", "\"EMAIL\",\"SMS\"");
        wants("sanbuk", "sanbuk@yeoju.example", "", "\"EMAIL\"");
        wants("sanbuk-head", "sanbuk-head@yeoju.example", "", "");
        wants("staff", "staff@yeoju.example", "", "\"EMAIL\"");
    }

    @AfterAll
    static void stop() {
        SERVERS.forEach(ConfigurableApplicationContext::close);
        GATEWAY.close();
    }

    private static void startBoth() {
        for (var options : OPTIONS) {
            var arguments = options.entrySet().stream()
                    .map(option -> "--" + option.getKey() + "=" + option.getValue())
                    .toArray(String[]::new);
            SERVERS.add(new SpringApplication(OnmaruServer.class, GoingOn.class).run(arguments));
        }
    }

    @BeforeEach
    void empty() throws Exception {
        settled();
        MAIL.purgeEmailFromAllMailboxes();
        GATEWAY.forget();
    }

    @Test
    void eachIsRemindedOnceAWayAndThoseWhoFiledAreNot() throws Exception {
        at("2026-11-23T21:59:59Z"); // 06:59:59 on the 24th
        report("ohak", "2026-11-24").filed(true, "");
        tickTogether();
        settled();
        assertThat(MAIL.getReceivedMessages()).isEmpty();

        GATEWAY.refuse(1);
        at("2026-11-23T22:00:00Z");
        tickTogether();
        tickTogether();
        settled();
        assertThat(recipients())
                .containsExactlyInAnyOrder("ganam@yeoju.example", "jeomdong@yeoju.example", "sanbuk@yeoju.example");
        var mail = to("ganam@yeoju.example");
        assertThat(mail.getSubject()).isEqualTo("[여주시] 가남읍 상황보고 07:30 마감");
        assertThat(mail.getContent().toString())
                .contains("가남읍의 상황보고가 아직 제출되지 않았습니다.")
                .contains("마감: 2026. 11. 24. 07:30")
                .contains("제출: " + LINK)
                .contains("Yeoju City: the situation report of Ganam-eup is not filed yet.");
        assertThat(mail.getFrom()[0].toString()).contains("onmaru@yeoju.example");
        assertThat(GATEWAY.bodies()).hasSize(1);
        var waiting = delivery("2026-11-24", "SMS");
        assertThat(waiting.path("state").asString()).isEqualTo("WAITING");
        assertThat(waiting.path("fault").asString()).isEqualTo("REFUSED");

        at("2026-11-23T22:00:30Z"); // the pause is over
        settled();
        assertThat(GATEWAY.bodies()).hasSize(2);
        var sms = GATEWAY.bodies().getLast();
        assertThat(sms.path("to").asString()).isEqualTo("01010000001");
        assertThat(sms.path("text").asString()).isEqualTo("[여주시] 가남읍 상황보고 미제출, 07:30 마감 " + LINK);
        assertThat(GATEWAY.secrets()).containsOnly("Bearer secret");
        assertThat(delivery("2026-11-24", "SMS").path("carrier").asString()).isEqualTo("SMS_GATEWAY");
        assertThat(delivery("2026-11-24", "EMAIL").path("state").asString()).isEqualTo("SENT");

        report("jeomdong", "2026-11-24").filed(true, "");
        at("2026-11-23T22:20:00Z"); // the second step
        tickTogether();
        settled();
        assertThat(recipients())
                .containsExactlyInAnyOrder(
                        "ganam@yeoju.example",
                        "ganam@yeoju.example",
                        "jeomdong@yeoju.example",
                        "sanbuk@yeoju.example",
                        "sanbuk@yeoju.example");
        at("2026-11-23T22:30:00Z");
        tickTogether();
        settled();
        assertThat(recipients()).as("after the cut-off").hasSize(5);
        assertThat(reminders("2026-11-24").path("reminders"))
                .as("13 units that had not filed, then 12")
                .hasSize(25);
    }

    @Test
    void aRestartSendsNothingTwiceAndForgetsNothing() throws Exception {
        at("2026-11-24T22:00:00Z"); // 07:00 on the 25th
        report("ohak", "2026-11-25").filed(true, "");
        GATEWAY.refuse(1);
        tickTogether();
        settled();
        assertThat(GATEWAY.bodies()).hasSize(1);
        assertThat(recipients()).hasSize(3);

        SERVERS.forEach(ConfigurableApplicationContext::close);
        SERVERS.clear();
        now = Instant.parse("2026-11-24T22:01:00Z");
        startBoth();
        tickTogether();
        settled();
        assertThat(GATEWAY.bodies()).hasSize(2);
        assertThat(delivery("2026-11-25", "SMS").path("state").asString()).isEqualTo("SENT");
        assertThat(recipients()).as("no mail twice").hasSize(3);
    }

    @Test
    void whatAKilledServerHadInItsHandsIsToldAndNotSentAgain() throws Exception {
        at("2026-11-25T22:00:00Z"); // 07:00 on the 26th
        report("ohak", "2026-11-26").filed(true, "");
        GATEWAY.refuse(1);
        tickTogether();
        settled();
        jdbc().sql("UPDATE notice_delivery SET state = 'SENDING', fault = NULL WHERE state = 'WAITING'")
                .update();
        at("2026-11-25T22:05:01Z");
        settled();
        assertThat(delivery("2026-11-26", "SMS").path("state").asString()).isEqualTo("FAILED");
        assertThat(delivery("2026-11-26", "SMS").path("fault").asString()).isEqualTo("UNSURE");
        assertThat(GATEWAY.bodies()).hasSize(1);
    }

    @Test
    void whatFailsAgainAndAgainStaysVisible() throws Exception {
        at("2026-11-26T22:00:00Z"); // 07:00 on the 27th
        report("ohak", "2026-11-27").filed(true, "");
        GATEWAY.refuse(100);
        tickTogether();
        settled();
        for (var pause : List.of(30, 60, 180)) {
            at(now.plusSeconds(pause).toString());
            settled();
        }
        assertThat(GATEWAY.bodies()).as("the first attempt and three more").hasSize(4);
        assertThat(delivery("2026-11-27", "SMS").path("state").asString()).isEqualTo("FAILED");
        assertThat(delivery("2026-11-27", "SMS").path("fault").asString()).isEqualTo("REFUSED");
        at("2026-11-26T22:15:00Z");
        settled();
        assertThat(GATEWAY.bodies()).hasSize(4);
    }

    @Test
    void whoFilesBeforeTheirTurnComesIsNotRemindedAnyMore() throws Exception {
        wants("jeomdong", "", "010-1000-0002", "\"SMS\"");
        try {
            GATEWAY.hold();
            at("2026-11-27T22:00:00Z"); // 07:00 on the 28th
            tickTogether();
            // each server is at one message; the third waits
            await().atMost(Duration.ofSeconds(20)).until(() -> GATEWAY.bodies().size() == 2);
            var third = jdbc().sql("""
                            SELECT p.login_name FROM notice_delivery d JOIN identity_person p ON p.id = d.person_id
                            WHERE d.state = 'WAITING' AND d.way = 'SMS'""").query(String.class).single();
            report(third, "2026-11-28").filed(true, "");
            GATEWAY.release();
            settled();
            assertThat(GATEWAY.bodies()).hasSize(2);
            var states = jdbc().sql("""
                            SELECT d.state FROM notice_delivery d JOIN report_reminder r ON r.id = d.occasion_id
                            WHERE r.date = '2026-11-28' AND d.way = 'SMS'""").query(String.class).list();
            assertThat(states).containsExactlyInAnyOrder("SENT", "SENT", "WITHDRAWN");
        } finally {
            wants("jeomdong", "jeomdong@yeoju.example", "", "\"EMAIL\"");
        }
    }

    @Test
    void whoWantsNoMoreIsNotToldAnyMore() throws Exception {
        at("2026-11-28T22:00:00Z"); // 07:00 on the 29th
        report("ohak", "2026-11-29").filed(true, "");
        GATEWAY.refuse(1);
        tickTogether();
        settled();
        wants("ganam", "ganam@yeoju.example", "010-1000-0001", "\"EMAIL\"");
        try {
            at("2026-11-28T22:00:30Z");
            settled();
            assertThat(GATEWAY.bodies()).hasSize(1);
            assertThat(delivery("2026-11-29", "SMS").path("state").asString()).isEqualTo("FAILED");
            assertThat(delivery("2026-11-29", "SMS").path("fault").asString()).isEqualTo("NO_ADDRESS");
        } finally {
            wants("ganam", "ganam@yeoju.example", "010-1000-0001", "\"EMAIL\",\"SMS\"");
        }
    }

    @Test
    void aCutOffSoonAfterMidnightIsRemindedOfTheDayBefore() throws Exception {
        var book = SERVERS.getFirst().getBean(SeriesBook.class);
        var series = book.all().getFirst().id();
        var phase = SERVERS.getFirst().getBean(PhaseBook.class).of(series).getFirst();
        var plan = phase.plan();
        book.changePhase(series, phase.id(), plan.reporting(plan.units(), List.of(LocalTime.of(0, 10))));
        try {
            at("2026-11-30T14:39:59Z"); // 23:39:59
            tickTogether();
            settled();
            assertThat(MAIL.getReceivedMessages()).isEmpty();
            at("2026-11-30T14:40:00Z");
            tickTogether();
            settled();
            assertThat(to("ganam@yeoju.example").getContent().toString()).contains("마감: 2026. 12. 1. 00:10");
            assertThat(recipients()).hasSize(4);
        } finally {
            book.changePhase(series, phase.id(), plan);
        }
    }

    private static Browser as(String login) {
        var server = SERVERS.getFirst();
        var port = Integer.parseInt(server.getEnvironment().getRequiredProperty("local.server.port"));
        return Browser.as(login, port, server.getBean(DataDirectory.class));
    }

    private static ReportDay report(String login, String date) {
        return ReportDay.open(as(login), date);
    }

    private static void wants(String login, String email, String mobile, String ways) {
        var put = as(login).send("PUT", "/api/v1/me/contact", """
                {"email":"%s","mobile":"%s","ways":[%s]}""".formatted(email, mobile, ways), true);
        assertThat(put.status()).as(put.raw().body()).isEqualTo(200);
    }

    private static JsonNode reminders(String date) {
        var clerk = as("clerk");
        var series = clerk.get("/api/v1/series").body().get(0).path("id").asString();
        return clerk.get("/api/v1/series/" + series + "/reminders?date=" + date).body();
    }

    /// 김하늘 of 가남읍 by that way, in the first reminder of the day that has anything.
    private static JsonNode delivery(String date, String way) {
        for (var reminder : reminders(date).path("reminders")) {
            for (var delivery : reminder.path("deliveries")) {
                if (delivery.path("person").asString().equals("김하늘")
                        && delivery.path("way").asString().equals(way)) {
                    return delivery;
                }
            }
        }
        throw new AssertionError("nothing for 김하늘");
    }

    private static List<String> recipients() {
        return Arrays.stream(MAIL.getReceivedMessages())
                .map(RemindersIT::recipient)
                .toList();
    }

    private static String recipient(MimeMessage message) {
        try {
            return message.getAllRecipients()[0].toString();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static MimeMessage to(String address) {
        return Arrays.stream(MAIL.getReceivedMessages())
                .filter(message -> recipient(message).equals(address))
                .findFirst()
                .orElseThrow();
    }

    private static void at(String instant) {
        now = Instant.parse(instant);
        SERVERS.forEach(server -> server.getBean(MovableClock.Hands.class).set(now));
    }

    private static JdbcClient jdbc() {
        return SERVERS.getFirst().getBean(JdbcClient.class);
    }

    /// Waits until the servers sent all that is due.
    private static void settled() {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> jdbc().sql("""
                                SELECT count(*) FROM notice_delivery
                                WHERE state = 'SENDING' OR (state = 'WAITING' AND due_at <= ?)""")
                                .param(Timestamp.from(now))
                                .query(Integer.class)
                                .single()
                        == 0);
    }

    private static void tickTogether() throws Exception {
        var start = new CyclicBarrier(2);
        var turns = new ArrayList<Callable<@Nullable Void>>();
        for (var server : SERVERS) {
            turns.add(() -> {
                start.await();
                server.getBean(Reminders.class).tick();
                return null;
            });
        }
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (var turn : threads.invokeAll(turns)) {
                turn.get();
            }
        }
    }
}
