package org.onmaru.server.hall.floor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onmaru.server.HeldMeeting.ok;
import static org.onmaru.server.HeldMeeting.refused;
import static org.onmaru.server.hall.floor.FloorHall.hands;
import static org.onmaru.server.hall.floor.FloorHall.speaking;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onmaru.server.Browser;
import org.onmaru.server.MovableClock;
import org.onmaru.server.ServerTest;
import org.onmaru.server.hall.meeting.MeetingId;
import org.onmaru.server.settings.DataDirectory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The floor goes round among people at the real SFU; the clock stands at 08:30 on Monday, 23 November 2026.
@ServerTest
class FloorIT {

    private static final Instant HALF_PAST_EIGHT = Instant.parse("2026-11-22T23:30:00Z");

    @Autowired
    private MovableClock.Hands clock;

    @Autowired
    private DataDirectory data;

    @Autowired
    private FloorWatch watch;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    @BeforeEach
    void morning() {
        clock.set(HALF_PAST_EIGHT);
    }

    private void later(int seconds) {
        clock.advance(Duration.ofSeconds(seconds));
    }

    private static JsonNode await(BlockingQueue<String> events, Predicate<JsonNode> wanted)
            throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (System.nanoTime() < until) {
            var event = events.poll(1, TimeUnit.SECONDS);
            if (event != null && event.startsWith("floor ")) {
                var value = JsonMapper.shared().readTree(event.substring("floor ".length()));
                if (wanted.test(value)) {
                    return value;
                }
            }
        }
        throw new AssertionError("no such floor came");
    }

    private static String turns(FloorHall hall, String item) {
        return ok(hall.clerk.get(hall.path("/minutes")))
                .path("fields")
                .valueStream()
                .filter(field -> field.path("field").asString().equals("turns/" + item))
                .findFirst()
                .map(field -> field.path("value").asString())
                .orElse("");
    }

    @Test
    void whoRaisesAHandFirstIsCalledFirstAndTwoHostsCallOnce() throws Exception {
        try (var hall = new FloorHall(port, data)) {
            var gangcheon = hall.as("gangcheon");
            var ganam = hall.as("ganam");
            var guest = hall.guest();
            refused(hall.raise(gangcheon), 409, "floor-not-here");
            var first = hall.enter(ganam);
            var second = hall.enter(gangcheon);
            var third = hall.enter(guest);
            var seen = gangcheon.events(hall.path("/events"));

            assertThat(hands(ok(hall.raise(ganam)))).containsExactly(first);
            later(1);
            ok(hall.raise(gangcheon));
            later(1);
            ok(hall.raise(guest));
            assertThat(hands(ok(hall.raise(ganam)))).containsExactly(first, second, third);
            await(seen, floor -> hands(floor).size() == 3);

            var both = Executors.newFixedThreadPool(8);
            try (both) {
                for (var call : both.invokeAll(IntStream.range(0, 8)
                        .<Callable<Browser.Answer>>mapToObj(
                                i -> () -> hall.next(i % 2 == 0 ? hall.host : hall.as("mayor"), null))
                        .toList())) {
                    assertThat(speaking(ok(call.get()))).isEqualTo(first);
                }
            }
            var floor = hall.floor(hall.host);
            assertThat(floor.path("turns")).hasSize(1);
            assertThat(hands(floor)).containsExactly(second, third);
            await(seen, one -> speaking(one).equals(first));

            ok(hall.next(hall.clerk, 1));
            assertThat(speaking(ok(hall.next(hall.host, 2)))).as("a guest too").isEqualTo(third);
            refused(hall.next(hall.host, 3), 409, "floor-nobody-asks");
            ok(hall.raise(gangcheon));
            ok(gangcheon.send("DELETE", hall.path("/floor/hand"), null, true));
            ok(hall.raise(ganam));
            ok(hall.host.send("DELETE", hall.path("/floor/hands/" + first), null, true));
            assertThat(hands(hall.floor(guest))).isEmpty();
            assertThat(new FloorStore(jdbc)
                            .of(new MeetingId(UUID.fromString(hall.meeting)))
                            .turns())
                    .as("another server, or this one after it was started again, knows all of it")
                    .hasSize(3);
        }
    }

    @Test
    void anItemGivesTheFloorAndItsEndTakesItAndTheMinutesTell() throws Exception {
        try (var hall = new FloorHall(port, data)) {
            var head = hall.enter(hall.as("gangcheon"));
            var open = hall.item("강천면 제설", "강천면", true);
            var internal = hall.item("강천면 인사", "강천면", false);
            var nobody = hall.item("가남읍 제설", "가남읍", true);
            var guest = hall.guest();

            hall.begin(open);
            var floor = hall.floor(hall.host);
            assertThat(speaking(floor)).isEqualTo(head);
            assertThat(floor.path("speaking").path("minutes").asInt()).isEqualTo(3);
            later(120);
            hall.begin(internal);
            assertThat(turns(hall, open)).isEqualTo("강천면 면장 장미르 (08:30~08:32, 2분)");
            assertThat(hall.floor(hall.host).path("speaking").path("itemKey").asString())
                    .isEqualTo(internal);
            assertThat(hall.floor(guest).path("speaking").path("itemKey").isNull())
                    .isTrue();
            later(60);
            hall.begin(nobody);
            assertThat(speaking(hall.floor(hall.host)))
                    .as("nobody of the unit is here")
                    .isEmpty();
            assertThat(hall.floor(hall.host).path("turns")).hasSize(2);
            assertThat(hall.floor(guest).path("turns")).hasSize(1);
            assertThat(turns(hall, internal)).isEqualTo("강천면 면장 장미르 (08:32~08:33, 1분)");

            hall.give(hall.host, head, null);
            later(30);
            hall.adjourn();
            assertThat(speaking(hall.floor(hall.host))).isEmpty();
            assertThat(turns(hall, nobody)).isEqualTo("강천면 면장 장미르 (08:33~08:33, 30초)");
            refused(hall.give(hall.host, head, null), 409, "not-in-session");
        }
    }

    @Test
    void aQuestionInBetweenGivesTheFloorBack() throws Exception {
        try (var hall = new FloorHall(port, data)) {
            var head = hall.enter(hall.as("gangcheon"));
            var mayor = hall.enter(hall.as("mayor"));
            var item = hall.item("강천면 제설", "강천면", true);
            refused(hall.ask(hall.host, mayor, null), 409, "floor-nobody-speaks");
            hall.begin(item);
            later(60);
            var asked = ok(hall.ask(hall.host, mayor, 1));
            assertThat(speaking(asked)).isEqualTo(mayor);
            assertThat(asked.path("interrupted").path("identity").asString()).isEqualTo(head);
            refused(hall.give(hall.host, head, 1), 409, "floor-moved");
            later(30);
            assertThat(speaking(ok(hall.end(hall.host, 1)))).as("over already").isEqualTo(mayor);
            var back = ok(hall.end(hall.host, 2)).path("speaking");
            assertThat(back.path("identity").asString()).isEqualTo(head);
            assertThat(back.path("spentSeconds").asInt()).isEqualTo(60);
            later(60);
            ok(hall.end(hall.host, 3));
            assertThat(turns(hall, item))
                    .isEqualTo("강천면 면장 장미르 (08:30~08:31, 08:31~08:32, 2분)\n시장실 시장 한가온 질문 (08:31~08:31, 30초)");
        }
    }

    @Test
    void whoLeavesLosesHandAndFloorButNotAtOnce() throws Exception {
        try (var hall = new FloorHall(port, data)) {
            hall.enter(hall.as("ganam"));
            var head = hall.enter(hall.as("gangcheon"));
            ok(hall.give(hall.host, head, null));
            later(10);
            hall.leave(head);
            watch.look();
            assertThat(speaking(hall.floor(hall.host)))
                    .as("a page that is loaded again")
                    .isEqualTo(head);
            var missed = clock.instant();
            later(20);
            watch.look();
            var floor = hall.floor(hall.host);
            assertThat(speaking(floor)).isEmpty();
            assertThat(Instant.parse(floor.path("turns").path(0).path("to").asString()))
                    .isEqualTo(missed);
        }
    }

    @Test
    void anAttendeeMovesNothingButTheirHand() throws Exception {
        try (var hall = new FloorHall(port, data)) {
            var head = hall.as("gangcheon");
            var identity = hall.enter(head);
            ok(hall.raise(head));
            refused(hall.next(head, null), 403, "not-allowed");
            refused(hall.give(head, identity, null), 403, "not-allowed");
            refused(hall.ask(head, identity, null), 403, "not-allowed");
            refused(hall.end(head, 1), 403, "not-allowed");
            refused(head.send("DELETE", hall.path("/floor/hands/" + identity), null, true), 403, "not-allowed");
            assertThat(hall.anybody().get(hall.path("/floor")).status()).isEqualTo(401);
            assertThat(hands(hall.floor(head))).containsExactly(identity);
        }
    }
}
