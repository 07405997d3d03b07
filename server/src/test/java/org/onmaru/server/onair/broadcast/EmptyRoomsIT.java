package org.onmaru.server.onair.broadcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onmaru.server.onair.support.OnairIT.until;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.onmaru.server.FreshDatabase;
import org.onmaru.server.MovableClock;
import org.onmaru.server.OnmaruServer;
import org.onmaru.server.TestDatabase;
import org.onmaru.server.city.identity.People;
import org.onmaru.server.city.identity.Role;
import org.onmaru.server.hall.meeting.MeetingChanged;
import org.onmaru.server.hall.meeting.MeetingId;
import org.onmaru.server.hall.meeting.MeetingState;
import org.onmaru.server.hall.series.SeriesBook;
import org.onmaru.server.onair.room.RoomEngine;
import org.onmaru.server.onair.room.Rooms;
import org.onmaru.server.onair.support.Browser;
import org.onmaru.server.onair.support.Signaller;
import org.onmaru.server.onair.support.TestStudio;
import org.onmaru.wire.Gate;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import tools.jackson.databind.JsonNode;

/// Meetings that everybody left, with two servers on one database and a clock the test moves.
class EmptyRoomsIT {

    private static final String PASSWORD = "correct horse battery 9";
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final List<ConfigurableApplicationContext> SERVERS = new ArrayList<>();
    private static final List<String> DATA = new ArrayList<>();
    private static final List<MeetingChanged> CHANGES = new CopyOnWriteArrayList<>();

    private static Browser host;

    @BeforeAll
    static void start() {
        var url = TestDatabase.fresh();
        for (var i = 0; i < 2; i++) {
            var options = new HashMap<>(FreshDatabase.options(url));
            DATA.add(String.valueOf(options.get("onmaru.data")));
            options.put("server.port", "0");
            options.put("onmaru.demo", "true");
            options.put("onmaru.sfu.poll-interval", "200ms");
            options.put(
                    "onmaru.studio.command",
                    String.join(
                            ",",
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx64m",
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            TestStudio.class.getName()));
            var application = new SpringApplication(OnmaruServer.class, MovableClock.class);
            var server = application.run(options.entrySet().stream()
                    .map(option -> "--" + option.getKey() + "=" + option.getValue())
                    .toArray(String[]::new));
            server.addApplicationListener(event -> {
                if (event instanceof PayloadApplicationEvent<?> told
                        && told.getPayload() instanceof MeetingChanged now) {
                    CHANGES.add(now);
                }
            });
            SERVERS.add(server);
        }
        SERVERS.getFirst()
                .getBean(People.class)
                .create("it-host", PASSWORD, new People.Profile("시험 진행", null, Set.of(Role.HOST)), true);
        host = new Browser(port());
        host.signIn("it-host", PASSWORD);
    }

    @AfterAll
    static void stop() {
        SERVERS.forEach(ConfigurableApplicationContext::close);
    }

    @Test
    void aRehearsalThatWasLeftInSessionIsOverTenMinutesLater() throws Exception {
        at("2026-11-22T22:00:00Z");
        var rehearsal = created("2026-11-23", true);
        assertThat(host.post(path(rehearsal, "/open")).status()).isEqualTo(200);
        begin(rehearsal);
        try (var somebody = enter(rehearsal)) {
            assertThat(somebody.joined().getRoom().getName()).isEqualTo(text(rehearsal));
            for (var minutes = 0; minutes < 18; minutes += 9) {
                advance(Duration.ofMinutes(9));
                seen(rehearsal, now());
                tickTogether();
            }
            assertThat(meeting(rehearsal).path("state").asString()).isEqualTo("IN_SESSION");
            empty(rehearsal);
        }

        advance(Duration.ofMinutes(10).minusSeconds(1));
        tickTogether();
        assertThat(meeting(rehearsal).path("state").asString()).isEqualTo("IN_SESSION");
        assertThat(programme(rehearsal).path("wanted").asString()).isEqualTo("ON_AIR");
        advance(Duration.ofSeconds(1));
        tickTogether();

        assertThat(meeting(rehearsal).path("state").asString()).isEqualTo("ADJOURNED");
        assertThat(meeting(rehearsal).path("adjournedEmpty").asBoolean()).isTrue();
        assertThat(adjournments(rehearsal)).as("by one server").isEqualTo(1);
        until(
                "no studio is left",
                SOON,
                () -> SERVERS.stream()
                        .allMatch(server -> server.getBean(Studios.class).pid(rehearsal) < 0));
    }

    @Test
    void aMeetingThatWasLeftGoesOffAirAndIsAdjournedInTheEnd() throws Exception {
        at("2026-11-24T22:00:00Z"); // 07:00 on the 25th; the meeting is planned from 08:30 to 09:30
        var meeting = today("2026-11-25");
        assertThat(host.post(path(meeting, "/open")).status()).isEqualTo(200);
        begin(meeting);
        try (var somebody = enter(meeting)) {
            at("2026-11-25T00:29:59Z");
            seen(meeting, now());
            tickTogether();
            assertThat(somebody.left()).isNotDone();
            empty(meeting);
        }

        advance(Duration.ofMinutes(30).minusSeconds(1));
        tickTogether();
        assertThat(programme(meeting).path("wanted").asString()).isEqualTo("ON_AIR");
        advance(Duration.ofSeconds(1));
        tickTogether();
        offAirEverywhere(meeting);
        assertThat(meeting(meeting).path("state").asString()).isEqualTo("IN_SESSION");
        until(
                "the host is told",
                SOON,
                () -> programme(meeting)
                        .path("problem")
                        .path("code")
                        .asString("")
                        .equals("room-empty"));
        assertThat(wentOffByItself(meeting)).as("said by one server").isEqualTo(1);

        // The host comes back and goes on; then leaves for good.
        assertThat(host.post(path(meeting, "/on-air")).status()).isEqualTo(200);
        until(
                "on air again",
                SOON,
                () -> programme(meeting).path("state").asString().equals("ON_AIR"));
        assertThat(programme(meeting).path("problem").isNull()).isTrue();
        tickTogether();
        assertThat(programme(meeting).path("wanted").asString()).isEqualTo("ON_AIR");
        advance(Duration.ofMinutes(30));
        tickTogether();
        assertThat(wentOffByItself(meeting)).isEqualTo(2);
        offAirEverywhere(meeting);
        advance(Duration.ofMinutes(90).minusSeconds(1));
        tickTogether();
        assertThat(meeting(meeting).path("state").asString()).isEqualTo("IN_SESSION");
        advance(Duration.ofSeconds(1));
        tickTogether();

        assertThat(meeting(meeting).path("state").asString()).isEqualTo("ADJOURNED");
        assertThat(meeting(meeting).path("adjournedEmpty").asBoolean()).isTrue();
        assertThat(adjournments(meeting)).as("by one server").isEqualTo(1);
        until(
                "citizens see that it is over",
                SOON,
                () -> new Browser(port())
                        .get("/api/v1/public/live")
                        .json()
                        .path("state")
                        .asString()
                        .equals("none"));
        assertThat(heard(meeting)).containsSubsequence("GoOnAir", "GoOffAir", "GoOnAir", "GoOffAir", "End");
    }

    private static void offAirEverywhere(MeetingId meeting) throws Exception {
        until(
                "off air on every server",
                SOON,
                () -> SERVERS.stream()
                        .allMatch(server ->
                                server.getBean(Programmes.class).of(meeting).state() == Programme.State.OFF_AIR));
    }

    /// In session and on air, with both servers watching the room.
    private static void begin(MeetingId meeting) throws Exception {
        assertThat(host.post(path(meeting, "/start")).status()).isEqualTo(200);
        until(
                "the slate is shown",
                SOON,
                () -> programme(meeting).path("state").asString().equals("OFF_AIR"));
        assertThat(host.post(path(meeting, "/on-air")).status()).isEqualTo(200);
        until("on air", SOON, () -> programme(meeting).path("state").asString().equals("ON_AIR"));
        until(
                "both look into the room",
                SOON,
                () -> SERVERS.stream().allMatch(server -> emptySince(server, meeting) != null));
    }

    /// Somebody is in the room of the first server, and it knows.
    private static Signaller enter(MeetingId meeting) throws Exception {
        var ticket = host.post(path(meeting, "/join"));
        assertThat(ticket.status()).isEqualTo(200);
        var somebody = Signaller.join(port(), ticket.json().path("token").asString());
        until("they are seen", SOON, () -> emptySince(SERVERS.getFirst(), meeting) == null);
        return somebody;
    }

    /// The room is empty from now on, and both servers know.
    private static void empty(MeetingId meeting) throws Exception {
        SERVERS.getFirst().getBean(RoomEngine.class).close(text(meeting));
        until(
                "the room is empty",
                SOON,
                () -> SERVERS.stream().allMatch(server -> now().equals(emptySince(server, meeting))));
    }

    /// The other server knows of the people that the first one sees now.
    private static void seen(MeetingId meeting, Instant now) throws Exception {
        until("they are seen now", SOON, () -> now.equals(emptySince(SERVERS.getLast(), meeting)));
    }

    private static @Nullable Instant emptySince(ConfigurableApplicationContext server, MeetingId meeting) {
        return server.getBean(Rooms.class).emptySince(meeting).orElse(null);
    }

    private static MeetingId created(String date, boolean rehearsal) {
        var series =
                SERVERS.getFirst().getBean(SeriesBook.class).all().getFirst().id();
        var answer = host.post(
                "/api/v1/meetings",
                "{\"seriesId\":\"%s\",\"date\":\"%s\",\"startsAt\":\"07:00\",\"rehearsal\":%s}"
                        .formatted(series.value(), date, rehearsal));
        assertThat(answer.status()).isEqualTo(200);
        return new MeetingId(UUID.fromString(answer.json().path("id").asString()));
    }

    private static MeetingId today(String date) throws Exception {
        var found = new ArrayList<MeetingId>();
        until("the day's meeting is there", SOON, () -> {
            host.get("/api/v1/meetings?from=" + date + "&to=" + date).json().forEach(one -> {
                if (!one.path("rehearsal").asBoolean()) {
                    found.add(new MeetingId(UUID.fromString(one.path("id").asString())));
                }
            });
            return !found.isEmpty();
        });
        return found.getFirst();
    }

    private static void at(String instant) {
        SERVERS.forEach(server -> server.getBean(MovableClock.Hands.class).set(Instant.parse(instant)));
    }

    private static void advance(Duration by) {
        SERVERS.forEach(server -> server.getBean(MovableClock.Hands.class).advance(by));
    }

    private static Instant now() {
        return SERVERS.getFirst().getBean(MovableClock.Hands.class).instant();
    }

    private static void tickTogether() throws Exception {
        var start = new CyclicBarrier(2);
        var turns = new ArrayList<Callable<Boolean>>();
        for (var server : SERVERS) {
            turns.add(() -> {
                start.await();
                server.getBean(EmptyRooms.class).tick();
                return true;
            });
        }
        try (var threads = Executors.newFixedThreadPool(turns.size())) {
            for (var turn : threads.invokeAll(turns)) {
                turn.get();
            }
        }
    }

    private static long adjournments(MeetingId meeting) {
        return CHANGES.stream()
                .filter(change -> change.meeting().id().equals(meeting)
                        && change.meeting().state() == MeetingState.ADJOURNED)
                .count();
    }

    private static long wentOffByItself(MeetingId meeting) {
        return SERVERS.getFirst().getBean(Wishes.class).gateLog(meeting).stream()
                .filter(line -> line.kind() == GateLine.Kind.WISH && line.side() == Gate.OFF_AIR)
                .count();
    }

    /// The commands that the first server's studio heard about the gate and its end.
    private static List<String> heard(MeetingId meeting) throws Exception {
        var log = Path.of(DATA.getFirst(), "programmes", text(meeting), "heard.log");
        until("the studio has ended", SOON, () -> Files.readString(log).contains("\nEnd "));
        return Files.readAllLines(log).stream()
                .map(line -> line.substring(0, line.indexOf(' ')))
                .toList();
    }

    private static JsonNode meeting(MeetingId meeting) {
        return host.get(path(meeting, "")).json();
    }

    private static JsonNode programme(MeetingId meeting) {
        return host.get(path(meeting, "/programme")).json();
    }

    private static int port() {
        return Integer.parseInt(SERVERS.getFirst().getEnvironment().getRequiredProperty("local.server.port"));
    }

    private static String path(MeetingId meeting, String rest) {
        return "/api/v1/meetings/" + text(meeting) + rest;
    }

    private static String text(MeetingId meeting) {
        return meeting.value().toString();
    }
}
