package org.onmaru.server.open.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.onmaru.server.HeldMeeting.ok;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onmaru.server.Browser;
import org.onmaru.server.HeldMeeting;
import org.onmaru.server.MovableClock;
import org.onmaru.server.ServerTest;
import org.onmaru.server.city.push.Language;
import org.onmaru.server.city.push.Pushes;
import org.onmaru.server.city.push.TestBrowser;
import org.onmaru.server.city.push.TestPushService;
import org.onmaru.server.hall.meeting.MeetingId;
import org.onmaru.server.hall.meeting.Meetings;
import org.onmaru.server.onair.broadcast.Programme;
import org.onmaru.server.onair.broadcast.ProgrammeChanged;
import org.onmaru.server.settings.DataDirectory;
import org.onmaru.wire.Gate;
import org.onmaru.wire.Layout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// Subscribers are told when a meeting goes on air: once each, by two servers that share a database.
@ServerTest
class AnnouncementsIT {

    private static final TestPushService SERVICE = new TestPushService();

    @Autowired
    private Announcements announcements;

    @Autowired
    private AnnouncementStore store;

    @Autowired
    private SubscriptionStore subscriptions;

    @Autowired
    private Meetings meetings;

    @Autowired
    private Pushes pushes;

    @Autowired
    private MovableClock.Hands clock;

    @Autowired
    private DataDirectory data;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    private @Nullable Announcements second;

    @DynamicPropertySource
    static void options(DynamicPropertyRegistry registry) {
        registry.add("onmaru.push.hosts", SERVICE::url);
    }

    @AfterAll
    static void close() {
        SERVICE.close();
    }

    @BeforeEach
    void morning() {
        clock.set(Instant.parse("2026-11-22T23:30:00Z"));
        second = new Announcements(store, subscriptions, meetings, pushes, clock);
        jdbc.sql("DELETE FROM subscription").update();
    }

    @AfterEach
    void stop() {
        if (second != null) {
            second.stop();
        }
    }

    private HeldMeeting meeting(boolean rehearsal, boolean broadcast) {
        var host = Browser.as("host", port, data);
        var series = ok(host.get("/api/v1/series")).path(0).path("id").asString();
        var id = ok(host.post("/api/v1/meetings", """
                        {"seriesId":"%s","date":"2026-11-23","startsAt":"08:30","rehearsal":%s}""".formatted(series, rehearsal)))
                .path("id")
                .asString();
        var meeting = new HeldMeeting(port, data, id);
        ok(host.post(meeting.path("/open"), "{}"));
        if (!broadcast) {
            ok(host.send("PUT", meeting.path("/broadcast"), "{\"broadcast\":false}", true));
        }
        meeting.start();
        return meeting;
    }

    private List<TestBrowser> subscribers(int number, Language language, @Nullable UUID series) {
        var all = new ArrayList<TestBrowser>();
        for (var i = 0; i < number; i++) {
            var browser = new TestBrowser(SERVICE.url());
            subscriptions.add(browser.address(), language, series);
            all.add(browser);
        }
        return all;
    }

    private static ProgrammeChanged onAir(HeldMeeting meeting) {
        return new ProgrammeChanged(
                new MeetingId(UUID.fromString(meeting.meeting)),
                new Programme(
                        Programme.State.ON_AIR,
                        Gate.ON_AIR,
                        Gate.ON_AIR,
                        Layout.GRID,
                        null,
                        List.of(),
                        0,
                        0,
                        0,
                        0,
                        0,
                        null));
    }

    /// Both servers hear of it at the same moment, and again a second later.
    private void bothHear(HeldMeeting meeting) throws Exception {
        var start = new CyclicBarrier(2);
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (var server : List.<Announcements>of(announcements, second())) {
                Future<?> _ = threads.submit(() -> {
                    start.await();
                    server.on(onAir(meeting));
                    server.on(onAir(meeting));
                    return start;
                });
            }
        }
        var id = UUID.fromString(meeting.meeting);
        await().atMost(Duration.ofSeconds(10))
                .until(() -> jdbc.sql("SELECT count(*) FROM subscription_announcement WHERE meeting_id = ?")
                                .param(id)
                                .query(Integer.class)
                                .single()
                        == 1);
    }

    private void bothSend() {
        announcements.tick();
        second().tick();
        await().atMost(Duration.ofSeconds(60)).until(() -> rows("WAITING") + rows("SENDING") == 0);
    }

    private Announcements second() {
        return Objects.requireNonNull(second);
    }

    private int rows(String state) {
        return jdbc.sql("SELECT count(*) FROM subscription_push WHERE state = ?")
                .param(state)
                .query(Integer.class)
                .single();
    }

    @Test
    void everySubscriberIsToldOnceByTwoServersAndAfterARestart() throws Exception {
        var meeting = meeting(false, true);
        var series = UUID.fromString(
                ok(meeting.host.get(meeting.path(""))).path("seriesId").asString());
        var korean = subscribers(300, Language.KO, null);
        var english = subscribers(20, Language.EN, series);
        var others = subscribers(5, Language.KO, UUID.randomUUID());
        bothHear(meeting);
        bothSend();
        for (var browser : korean) {
            assertThat(SERVICE.of(browser)).hasSize(1);
        }
        var said =
                korean.getFirst().read(SERVICE.of(korean.getFirst()).getFirst().body());
        assertThat(said.path("title").asString()).isEqualTo("회의가 시작되었습니다");
        assertThat(said.path("text").asString()).contains("영상회의");
        assertThat(said.path("path").asString()).isEqualTo("/");
        var inEnglish = english.getFirst()
                .read(SERVICE.of(english.getFirst()).getFirst().body());
        assertThat(inEnglish.path("title").asString()).isEqualTo("A meeting has begun");
        for (var browser : others) {
            assertThat(SERVICE.of(browser)).as("of another series").isEmpty();
        }

        var restarted = new Announcements(store, subscriptions, meetings, pushes, clock);
        restarted.on(onAir(meeting));
        restarted.stop(); // what it had begun is done
        bothSend();
        assertThat(SERVICE.of(korean.getFirst())).hasSize(1);
        meeting.adjourn();
    }

    @Test
    void rehearsalsAndInternalMeetingsAreNeverAnnounced() throws Exception {
        var browser = subscribers(1, Language.KO, null).getFirst();
        var rehearsal = meeting(true, true);
        var internal = meeting(false, false);
        for (var meeting : List.of(rehearsal, internal)) {
            var server = new Announcements(store, subscriptions, meetings, pushes, clock);
            server.on(onAir(meeting));
            server.stop();
        }
        assertThat(jdbc.sql("SELECT count(*) FROM subscription_announcement WHERE meeting_id IN (?, ?)")
                        .params(UUID.fromString(rehearsal.meeting), UUID.fromString(internal.meeting))
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(SERVICE.of(browser)).isEmpty();
        rehearsal.adjourn();
        internal.adjourn();
    }

    @Test
    void halfSentGoesOnAndWhatWasInTheHandsOfAKilledServerIsNotSentAgain() throws Exception {
        var meeting = meeting(false, true);
        var all = subscribers(40, Language.KO, null);
        var view =
                meetings.find(new MeetingId(UUID.fromString(meeting.meeting))).orElseThrow();
        store.announce(view, clock.instant().plusSeconds(60)); // not yet: the schedulers run by themselves
        jdbc.sql("""
                UPDATE subscription_push SET state = 'SENDING', attempts = 1
                WHERE (meeting_id, subscription_id) IN
                    (SELECT meeting_id, subscription_id FROM subscription_push WHERE meeting_id = ? LIMIT 3)""").param(view.id().value()).update();
        clock.advance(Duration.ofSeconds(61));
        announcements.tick();
        second().tick();
        await().atMost(Duration.ofSeconds(30)).until(() -> rows("WAITING") == 0 && rows("SENDING") == 3);
        assertThat(all.stream().filter(one -> SERVICE.of(one).size() == 1).count())
                .isEqualTo(37);
        assertThat(all.stream().filter(one -> SERVICE.of(one).size() > 1)).isEmpty();
        clock.advance(Duration.ofMinutes(30));
        bothSend(); // nobody is told that late; what was left is forgotten
        assertThat(all.stream().filter(one -> !SERVICE.of(one).isEmpty()).count())
                .isEqualTo(37);
        meeting.adjourn();
    }

    @Test
    void whoIsGoneIsForgottenAndATiredServiceIsTriedAgain() throws Exception {
        var meeting = meeting(false, true);
        var browsers = subscribers(4, Language.KO, null);
        SERVICE.answer(browsers.get(0), 410, Map.of());
        SERVICE.answer(browsers.get(1), 429, Map.of("Retry-After", "60"));
        SERVICE.answer(browsers.get(2), 400, Map.of());
        for (var i = 0; i < 9; i++) {
            SERVICE.answer(browsers.get(3), 500, Map.of());
        }
        bothHear(meeting);
        announcements.tick();
        await().atMost(Duration.ofSeconds(20)).until(() -> rows("WAITING") == 2 && rows("SENDING") == 0);
        var kept = new HashSet<>(jdbc.sql("SELECT endpoint FROM subscription")
                .query(String.class)
                .list());
        assertThat(kept).hasSize(3).doesNotContain(browsers.get(0).endpoint());
        for (var pause : List.of(10, 50, 120, 600)) {
            clock.advance(Duration.ofSeconds(pause));
            announcements.tick();
            var now = Timestamp.from(clock.instant());
            await().atMost(Duration.ofSeconds(20))
                    .until(() ->
                            jdbc.sql("SELECT count(*) FROM subscription_push WHERE due_at <= ? OR state = 'SENDING'")
                                            .param(now)
                                            .query(Integer.class)
                                            .single()
                                    == 0);
        }
        assertThat(SERVICE.of(browsers.get(1))).hasSize(2);
        assertThat(SERVICE.of(browsers.get(2))).hasSize(1);
        assertThat(SERVICE.of(browsers.get(3)))
                .as("the first attempt and three more")
                .hasSize(4);
        assertThat(rows("WAITING")).isZero();
        meeting.adjourn();
    }

    @Test
    void nobodyIsToldOfAMeetingThatIsOver() throws Exception {
        var browser = subscribers(1, Language.KO, null).getFirst();
        var meeting = meeting(false, true);
        SERVICE.answer(browser, 503, Map.of());
        bothHear(meeting);
        announcements.tick();
        await().atMost(Duration.ofSeconds(20)).until(() -> rows("WAITING") == 1 && rows("SENDING") == 0);
        meeting.adjourn();
        clock.advance(Duration.ofSeconds(10));
        bothSend();
        assertThat(SERVICE.of(browser)).hasSize(1);
    }
}
