package org.onmaru.server.onair.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import livekit.LivekitModels.TrackSource;
import org.junit.jupiter.api.Test;
import org.onmaru.server.city.directory.PostBook;
import org.onmaru.server.city.directory.PostId;
import org.onmaru.server.city.directory.Span;
import org.onmaru.server.city.directory.Unit;
import org.onmaru.server.city.directory.UnitBook;
import org.onmaru.server.city.directory.UnitId;
import org.onmaru.server.city.identity.Holding;
import org.onmaru.server.city.identity.Holdings;
import org.onmaru.server.city.identity.Memberships;
import org.onmaru.server.city.identity.People;
import org.onmaru.server.city.identity.PersonId;
import org.onmaru.server.city.identity.Role;
import org.onmaru.server.hall.meeting.MeetingState;
import org.onmaru.server.hall.meeting.MeetingView;
import org.onmaru.server.onair.support.Browser;
import org.onmaru.server.onair.support.OnairIT;
import org.onmaru.server.onair.support.Signaller;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// What somebody is changes while they are in the room, at the real SFU: everybody reads it on their plate.
class PlatesIT extends OnairIT {

    private static final String PASSWORD = "correct horse battery 9";
    private static final Duration SOON = Duration.ofSeconds(5);

    @Autowired
    private People accounts;

    @Autowired
    private Holdings holdings;

    @Autowired
    private Memberships memberships;

    @Autowired
    private UnitBook units;

    @Autowired
    private PostBook posts;

    @Autowired
    private Clock clock;

    @Test
    void actingForAPostShowsWhileTheyAreThere() throws Exception {
        LocalDate today = LocalDate.now(clock);
        MeetingView meeting = meetings.put(MeetingState.IN_SESSION, false);
        LocalDate before = meeting.date().minusDays(1);
        UnitId unit = units.create("표지면", "Plate Town", Unit.Kind.TOWN, before, false);
        PostId head = posts.create(unit, "면장", "Head", true, before);
        String name = "it-acting-" + System.nanoTime();
        PersonId id = accounts.create(name, PASSWORD, new People.Profile("대신할 이", null, Set.of(Role.SPEAKER)), true);
        Browser host = as(Role.HOST);
        try (Signaller room = enter(name, meeting)) {
            until(
                    "listed without a post",
                    SOON,
                    () -> only(host, meeting).path("post").asString().isEmpty());

            var acting = holdings.put(id, head, Holding.Kind.ACTING, new Span(today, today));
            until("acting", SOON, () -> plate(only(host, meeting)).equals("표지면 면장 직무대리 대신할 이"));

            units.rename(unit, "새표지면", "New Plate Town", meeting.date());
            until("by the new name", SOON, () -> plate(only(host, meeting)).equals("새표지면 면장 직무대리 대신할 이"));

            holdings.remove(acting);
            until("not any more", SOON, () -> plate(only(host, meeting)).equals("  대신할 이"));
            assertThat(room.left()).isNotDone();
        }
    }

    @Test
    void whatSomebodyMaySendFollowsTheirRole() throws Exception {
        MeetingView meeting = meetings.put(MeetingState.IN_SESSION, false);
        var series = meeting.series().value();
        String name = "it-member-" + System.nanoTime();
        PersonId id = accounts.create(name, PASSWORD, new People.Profile("구성원", null, Set.of()), true);
        memberships.put(series, id, Role.ATTENDEE);
        Browser host = as(Role.HOST);
        try (Signaller room = enter(name, meeting)) {
            assertThat(room.maySend()).containsExactlyInAnyOrder(TrackSource.CAMERA, TrackSource.MICROPHONE);

            memberships.put(series, id, Role.SPEAKER);
            until("may share the screen", SOON, () -> room.maySend().contains(TrackSource.SCREEN_SHARE));
            until(
                    "the role is told",
                    SOON,
                    () -> only(host, meeting).path("role").asString().equals("SPEAKER"));

            memberships.put(series, id, Role.ATTENDEE);
            until("may not any more", SOON, () -> !room.maySend().contains(TrackSource.SCREEN_SHARE));
            assertThat(room.left()).isNotDone();

            memberships.remove(series, id);
            room.left().get(5, TimeUnit.SECONDS);
        }
    }

    /// The ticket was made while they were a member and lives on; it opens nothing any more.
    @Test
    void whoLeftTheSeriesMeanwhileIsNotLetIn() throws Exception {
        MeetingView meeting = meetings.put(MeetingState.IN_SESSION, false);
        var series = meeting.series().value();
        String name = "it-former-" + System.nanoTime();
        PersonId id = accounts.create(name, PASSWORD, new People.Profile("지난 구성원", null, Set.of()), true);
        memberships.put(series, id, Role.SPEAKER);
        String token = ticket(name, meeting);
        memberships.remove(series, id);
        assertThat(ModerationIT.handshakeStatus(
                        () -> Signaller.join(port, token).close()))
                .isEqualTo(403);
    }

    private static String plate(JsonNode person) {
        return person.path("unit").asString() + " " + person.path("post").asString() + " "
                + person.path("name").asString();
    }

    private static JsonNode only(Browser host, MeetingView meeting) throws Exception {
        return JoinIT.people(host, meeting).json().path(0);
    }

    private Signaller enter(String name, MeetingView meeting) throws Exception {
        return Signaller.join(port, ticket(name, meeting));
    }

    private String ticket(String name, MeetingView meeting) {
        Browser person = new Browser(port);
        person.signIn(name, PASSWORD);
        return JoinIT.join(person, meeting).json().path("token").asString();
    }
}
