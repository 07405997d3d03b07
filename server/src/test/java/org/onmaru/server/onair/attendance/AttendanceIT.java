package org.onmaru.server.onair.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.onmaru.server.city.directory.PostBook;
import org.onmaru.server.city.directory.Span;
import org.onmaru.server.city.directory.Unit;
import org.onmaru.server.city.directory.UnitBook;
import org.onmaru.server.city.identity.Holding;
import org.onmaru.server.city.identity.Holdings;
import org.onmaru.server.city.identity.People;
import org.onmaru.server.city.identity.PersonId;
import org.onmaru.server.city.identity.Role;
import org.onmaru.server.hall.meeting.MeetingState;
import org.onmaru.server.hall.meeting.MeetingView;
import org.onmaru.server.onair.support.Browser;
import org.onmaru.server.onair.support.OnairIT;
import org.onmaru.server.onair.support.Signaller;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Joins and leaves at the real SFU become stays.
class AttendanceIT extends OnairIT {

    private static final String PASSWORD = "correct horse battery 9";
    private static final Duration SOON = Duration.ofSeconds(5);

    @Autowired
    private People accounts;

    @Autowired
    private Holdings holdings;

    @Autowired
    private UnitBook units;

    @Autowired
    private PostBook posts;

    @Autowired
    private AttendanceBook book;

    @Autowired
    private AttendanceStore store;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    @Test
    void whoComesLeavesAndComesBackIsCounted() throws Exception {
        MeetingView meeting = meetings.put(MeetingState.IN_SESSION, false);
        LocalDate before = meeting.date().minusDays(1);
        LocalDate today = LocalDate.now(clock);
        var unit = units.create("출석면", "Attendance Town", Unit.Kind.TOWN, before, false);
        var head = posts.create(unit, "면장", "Head", true, before);
        String name = "it-attends-" + System.nanoTime();
        PersonId id = accounts.create(name, PASSWORD, new People.Profile("나온 이", null, Set.of(Role.SPEAKER)), true);
        Browser host = as(Role.HOST);
        Browser person = new Browser(port);
        person.signIn(name, PASSWORD);

        try (Signaller room = enter(person, meeting)) {
            until(
                    "is there",
                    SOON,
                    () -> only(host, meeting).path("left").isNull()
                            && only(host, meeting).path("post").asString().isEmpty()
                            && !only(host, meeting).isMissingNode());
            holdings.put(id, head, Holding.Kind.ACTING, new Span(today, today));
            until(
                    "as who they are now",
                    SOON,
                    () -> of(host, meeting, "출석면")
                            .path("people")
                            .path(0)
                            .path("acting")
                            .asBoolean());
            assertThat(room.left()).isNotDone();
        }
        until(
                "is gone",
                SOON,
                () -> !of(host, meeting, "출석면")
                        .path("people")
                        .path(0)
                        .path("left")
                        .isNull());
        try (Signaller room = enter(person, meeting)) {
            until(
                    "is back",
                    SOON,
                    () -> of(host, meeting, "출석면")
                            .path("people")
                            .path(0)
                            .path("left")
                            .isNull());
            meetings.move(meeting, MeetingState.ADJOURNED);
            until(
                    "nobody stays in a meeting that is over",
                    SOON,
                    () -> store.open(meeting.id()).isEmpty());
            assertThat(room).isNotNull();
        }
        assertThat(store.of(meeting.id()))
                .hasSize(3)
                .allSatisfy(stay -> assertThat(stay.left()).isAfterOrEqualTo(stay.joined()));
        assertThat(of(host, meeting, "출석면").path("people")).hasSize(1);
        JsonNode over = host.get(overTime(meeting, meeting.date())).json();
        JsonNode town = over.valueStream()
                .filter(one -> one.path("unitId").asString().equals(unit.value().toString()))
                .findFirst()
                .orElseThrow();
        assertThat(town.path("unit").asString()).isEqualTo("출석면");
        assertThat(town.path("held").asInt()).isEqualTo(1);
        assertThat(town.path("attended").asInt()).isEqualTo(1);
        assertThat(town.path("people").path(0).path("acting").asInt()).isEqualTo(1);
    }

    @Test
    void aPeriodThatIsNoneIsRefused() {
        MeetingView meeting = meetings.put(MeetingState.IN_SESSION, false);
        for (var to : List.of(meeting.date().minusDays(1), meeting.date().plusDays(401))) {
            var refused = as(Role.HOST).get(overTime(meeting, to));
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.json().path("detail").asString()).contains("400일");
        }
        assertThat(as(Role.GUEST).get(overTime(meeting, meeting.date())).status())
                .isEqualTo(403);
    }

    /// As after a crash of the server in which everybody left.
    @Test
    void whoLeftUnseenIsFoundByLooking() throws Exception {
        MeetingView meeting = meetings.put(MeetingState.IN_SESSION, false);
        jdbc.sql("INSERT INTO attendance_stay VALUES (?, ?, now() - interval '1 hour', NULL, '간 이', '', '', false)")
                .params(meeting.id().value(), "p-" + UUID.randomUUID())
                .update();
        until("the room is known to be empty and the stay ends", SOON, () -> {
            book.look();
            return store.open(meeting.id()).isEmpty();
        });
    }

    @Test
    void onlyWhoMaySeeWhatIsInternalReadsIt() {
        MeetingView meeting = meetings.put(MeetingState.IN_SESSION, false);
        assertThat(nobody().get(path(meeting)).status()).isEqualTo(401);
        assertThat(as(Role.GUEST).get(path(meeting)).status()).isEqualTo(403);
        assertThat(as(Role.ATTENDEE).get(path(meeting)).status()).isEqualTo(200);
    }

    private static String overTime(MeetingView meeting, LocalDate to) {
        return "/api/v1/series/" + meeting.series().value() + "/attendance?from=" + meeting.date() + "&to=" + to;
    }

    private static String path(MeetingView meeting) {
        return "/api/v1/meetings/" + meeting.id().value() + "/attendance";
    }

    private static JsonNode of(Browser host, MeetingView meeting, String unit) {
        return StreamSupport.stream(host.get(path(meeting)).json().path("units").spliterator(), false)
                .filter(one -> one.path("unit").asString().equals(unit))
                .findFirst()
                .orElseGet(JsonMapper.shared()::createObjectNode);
    }

    private static JsonNode only(Browser host, MeetingView meeting) {
        return host.get(path(meeting))
                .json()
                .path("units")
                .path(0)
                .path("people")
                .path(0);
    }

    private Signaller enter(Browser who, MeetingView meeting) throws Exception {
        var answer = who.post("/api/v1/meetings/" + meeting.id().value() + "/join");
        return Signaller.join(port, answer.json().path("token").asString());
    }
}
