package org.onmaru.server.onair.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.onmaru.server.city.identity.Invitations;
import org.onmaru.server.city.identity.People;
import org.onmaru.server.city.identity.PersonId;
import org.onmaru.server.city.identity.Role;
import org.onmaru.server.hall.meeting.MeetingState;
import org.onmaru.server.hall.meeting.MeetingView;
import org.onmaru.server.onair.room.sfu.LiveKitEngine;
import org.onmaru.server.onair.room.sfu.Sfu;
import org.onmaru.server.onair.support.Browser;
import org.onmaru.server.onair.support.OnairIT;
import org.onmaru.server.onair.support.Signaller;
import org.springframework.beans.factory.annotation.Autowired;

/// A disabled account and a revoked invitation, at the real SFU: out at once, and no way back.
class AccessEndedIT extends OnairIT {

    private static final String PASSWORD = "correct horse battery 9";

    @Autowired
    private Invitations invitations;

    @Autowired
    private People accounts;

    @Autowired
    private Sfu sfu;

    @Autowired
    private Clock clock;

    @Test
    void aGuestWhoseInvitationIsRevokedLeavesAtOnceAndStaysOut() throws Exception {
        MeetingView meeting = meetings.put(MeetingState.IN_SESSION, false);
        Browser host = as(Role.HOST);
        Invitations.Made made = invite(meeting);
        Browser guest = accept(made);
        String token = JoinIT.join(guest, meeting).json().path("token").asString();
        try (Signaller room = Signaller.join(port, token);
                Signaller other = enter(accept(invite(meeting)), meeting)) {
            until(
                    "both are listed",
                    Duration.ofSeconds(5),
                    () -> JoinIT.people(host, meeting).json().size() == 2);

            assertThat(host.delete(ModerationIT.path(
                                    meeting, "/invitations/" + made.invitation().id()))
                            .status())
                    .isEqualTo(204);

            room.left().get(5, TimeUnit.SECONDS);
            until(
                    "only the other is listed",
                    Duration.ofSeconds(5),
                    () -> JoinIT.people(host, meeting).json().size() == 1);
            assertThat(other.left()).isNotDone();
        }
        assertThat(ModerationIT.handshakeStatus(
                        () -> Signaller.join(port, token).close()))
                .isEqualTo(403);
        assertThat(nobody().get("/sfu/rtc/validate?access_token=" + token).status())
                .isEqualTo(403);
        assertThat(JoinIT.join(guest, meeting).status()).isEqualTo(401);
    }

    @Test
    void aDisabledPersonLeavesEveryRoomAndTheirEventsEnd() throws Exception {
        MeetingView one = meetings.put(MeetingState.IN_SESSION, false);
        MeetingView two = meetings.put(MeetingState.OPEN, false);
        String name = "it-leaver-" + System.nanoTime();
        PersonId id = accounts.create(name, PASSWORD, new People.Profile("떠날 이", null, Set.of(Role.SPEAKER)), true);
        Browser person = new Browser(port);
        person.signIn(name, PASSWORD);
        String token = JoinIT.join(person, one).json().path("token").asString();
        HttpResponse<Stream<String>> events = person.http()
                .send(
                        person.request("GET", ModerationIT.path(one, "/events"), ""),
                        HttpResponse.BodyHandlers.ofLines());
        assertThat(events.statusCode()).isEqualTo(200);
        try (Signaller first = Signaller.join(port, token);
                Signaller second = enter(person, two)) {
            assertThat(as(Role.ADMINISTRATOR)
                            .post("/api/v1/people/" + id.value() + "/disable")
                            .status())
                    .isEqualTo(200);

            first.left().get(5, TimeUnit.SECONDS);
            second.left().get(5, TimeUnit.SECONDS);
        }
        assertThat(events.body()).as("the stream ends").anyMatch(line -> line.startsWith("event:"));
        assertThat(ModerationIT.handshakeStatus(
                        () -> Signaller.join(port, token).close()))
                .isEqualTo(403);

        accounts.enable(id);
        try (Signaller room = Signaller.join(port, token)) {
            assertThat(room.joined().getParticipant().getIdentity()).isEqualTo("p-" + id.value());
        }
    }

    /// The SFU accepts any ticket that is signed: whoever slipped past the proxy's check is found by looking.
    @Test
    void whoeverSlippedInIsSentOutByTheNextLook() throws Exception {
        MeetingView meeting = meetings.put(MeetingState.IN_SESSION, false);
        Invitations.Made made = invite(meeting);
        Browser guest = accept(made);
        String token = JoinIT.join(guest, meeting).json().path("token").asString();
        invitations.revoke(meeting.id().value(), made.invitation().id());
        try (Signaller room = Signaller.join(sfu.signalling(), token)) {
            room.left().get(5, TimeUnit.SECONDS);
        }
        assertThat(new LiveKitEngine(sfu).list(meeting.id().value().toString())).isEmpty();
    }

    private Invitations.Made invite(MeetingView meeting) {
        return invitations.create(
                meeting.id().value(), "검역본부", Role.GUEST, null, clock.instant().plus(Duration.ofHours(1)));
    }

    private Browser accept(Invitations.Made made) {
        Browser guest = new Browser(port);
        assertThat(guest.post("/api/v1/invitations/" + made.token() + "/accept", "{\"name\":\"홍길동\"}")
                        .status())
                .isEqualTo(200);
        return guest;
    }

    private Signaller enter(Browser who, MeetingView meeting) throws Exception {
        return Signaller.join(
                port, JoinIT.join(who, meeting).json().path("token").asString());
    }
}
