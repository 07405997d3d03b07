package org.onmaru.server.onair.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert;
import org.junit.jupiter.api.Test;
import org.onmaru.media.rtc.Attendee;
import org.onmaru.server.city.audit.AuditTrail;
import org.onmaru.server.city.audit.Entry;
import org.onmaru.server.city.identity.Role;
import org.onmaru.server.hall.meeting.MeetingState;
import org.onmaru.server.hall.meeting.MeetingView;
import org.onmaru.server.onair.room.sfu.ChildSfu;
import org.onmaru.server.onair.room.sfu.Sfu;
import org.onmaru.server.onair.support.Browser;
import org.onmaru.server.onair.support.OnairIT;
import org.onmaru.server.onair.support.Signaller;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// What hosts do to others, at the real SFU with real microphones.
class ModerationIT extends OnairIT {

    private static final int PEOPLE = 6;

    @Autowired
    private Rooms rooms;

    @Autowired
    private Sfu sfu;

    @Autowired
    private AuditTrail audit;

    @Test
    void muteAllCompletesWhenTheOneWhoAskedIsGone() throws Exception {
        MeetingView meeting = meetings.put(MeetingState.IN_SESSION, false);
        Browser host = as(Role.HOST);
        List<Attendee> attendees = enter(meeting);
        try {
            until("all microphones are on", Duration.ofSeconds(20), () -> count(host, meeting, "ON") == PEOPLE);

            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                socket.setSoLinger(true, 0); // a reset, as when a tab is killed
                socket.getOutputStream()
                        .write(host.raw("POST", path(meeting, "/mute-all")).getBytes(StandardCharsets.UTF_8));
                socket.getOutputStream().flush();
            }

            until("all microphones are off", Duration.ofSeconds(10), () -> count(host, meeting, "OFF") == PEOPLE);
            assertThat(host.post(path(meeting, "/mute-all"))
                            .json()
                            .path("muted")
                            .asInt(-1))
                    .isZero();
        } finally {
            attendees.forEach(Attendee::close);
        }
    }

    @Test
    void oneIsMutedAndTheOthersAreNot() throws Exception {
        MeetingView meeting = meetings.put(MeetingState.IN_SESSION, false);
        Browser host = as(Role.HOST);
        List<Attendee> attendees = enter(meeting);
        try {
            until("all microphones are on", Duration.ofSeconds(20), () -> count(host, meeting, "ON") == PEOPLE);

            assertThat(host.post(path(meeting, "/participants/s-2/mute"), "{\"kind\":\"MICROPHONE\"}")
                            .status())
                    .isEqualTo(204);

            until("one is off", Duration.ofSeconds(5), () -> count(host, meeting, "OFF") == 1);
            assertThat(audited(meeting)).containsExactly("participant.muted");
            assertThat(count(host, meeting, "ON")).isEqualTo(PEOPLE - 1);
            assertThat(host.post(path(meeting, "/participants/s-99/mute"), "{\"kind\":\"MICROPHONE\"}")
                            .status())
                    .isEqualTo(404);
        } finally {
            attendees.forEach(Attendee::close);
        }
    }

    /// What was done to people of that meeting, the latest first.
    private List<String> audited(MeetingView meeting) {
        String id = meeting.id().value().toString();
        return audit.find(new AuditTrail.Wanted("meeting", id, null, "participant."), Long.MAX_VALUE, 100).stream()
                .map(Entry::action)
                .toList();
    }

    @Test
    void whoWasRemovedStaysOutUntilLetInAgain() throws Exception {
        MeetingView meeting = meetings.put(MeetingState.IN_SESSION, false);
        Browser host = as(Role.HOST);
        Browser speaker = as(Role.SPEAKER);
        JsonNode ticket = JoinIT.join(speaker, meeting).json();
        String token = ticket.path("token").asString();
        String identity = ticket.path("identity").asString();
        try (Signaller room = Signaller.join(port, token)) {
            assertThat(host.post(path(meeting, "/participants/" + identity + "/remove"))
                            .status())
                    .isEqualTo(204);
            room.left().get(5, TimeUnit.SECONDS);
        }

        assertThat(JoinIT.join(speaker, meeting).status()).isEqualTo(403);
        assertThat(handshakeStatus(() -> Signaller.join(port, token).close())).isEqualTo(403);
        assertThat(handshakeStatus(() -> Signaller.joinV1(port, token).close())).isEqualTo(403);
        assertThat(nobody().get("/sfu/rtc/validate?access_token=" + token).status())
                .isEqualTo(403);
        assertThat(host.get(path(meeting, "/removed"))
                        .json()
                        .get(0)
                        .path("identity")
                        .asString())
                .isEqualTo(identity);

        assertThat(host.delete(path(meeting, "/removed/" + identity)).status()).isEqualTo(204);
        try (Signaller room = Signaller.join(port, token)) {
            assertThat(room.joined().getParticipant().getIdentity()).isEqualTo(identity);
        }
        assertThat(audited(meeting)).containsExactly("participant.let-in", "participant.removed");
    }

    @Test
    void everybodyLeavesAtAdjournmentAndATicketIsWorthNothing() throws Exception {
        MeetingView meeting = meetings.put(MeetingState.IN_SESSION, false);
        String token = JoinIT.join(as(Role.HOST), meeting).json().path("token").asString();
        try (Signaller room = Signaller.join(port, token)) {
            meetings.move(meeting, MeetingState.ADJOURNED);

            room.left().get(10, TimeUnit.SECONDS);
        }
        assertThat(handshakeStatus(() -> Signaller.join(port, token).close())).isEqualTo(409);
    }

    @Test
    void aKilledSfuIsSaidInOneSentenceComesBackAndIsReconciled() throws Exception {
        MeetingView meeting = meetings.put(MeetingState.IN_SESSION, false);
        Browser host = as(Role.HOST);
        String token = JoinIT.join(host, meeting).json().path("token").asString();
        try (Signaller room = Signaller.join(port, token)) {
            until(
                    "they are listed",
                    Duration.ofSeconds(5),
                    () -> JoinIT.people(host, meeting).json().size() == 1);
            ProcessHandle.of(((ChildSfu) sfu).pid()).orElseThrow().destroyForcibly();
            assertThat(room.closed().get(5, TimeUnit.SECONDS)).isNotEqualTo(1000);
            Browser.Answer answer = host.post(path(meeting, "/mute-all"));
            assertThat(answer.status()).isIn(200, 503);
            if (answer.status() == 503) {
                assertThat(answer.json().path("detail").asString()).contains("회의실 엔진이 다시 켜지는 중입니다");
            }
        }
        until("the SFU is back", Duration.ofSeconds(5), sfu::up);
        until(
                "nobody is listed",
                Duration.ofSeconds(5),
                () -> JoinIT.people(host, meeting).json().isEmpty());
        try (Signaller _ = Signaller.join(port, token)) {
            until(
                    "they are listed again",
                    Duration.ofSeconds(5),
                    () -> JoinIT.people(host, meeting).json().size() == 1);
        }
    }

    private List<Attendee> enter(MeetingView meeting) throws Exception {
        List<Attendee> attendees = new ArrayList<>();
        for (int number = 1; number <= PEOPLE; number++) {
            RoomPass pass = rooms.simulated(meeting.id(), number, new Rooms.Seat("모의", "강천면", "", number));
            Attendee attendee = Attendee.connect(URI.create("ws://127.0.0.1:" + port + "/sfu"), pass.token());
            attendees.add(attendee);
            attendee.publishMicrophone();
        }
        return attendees;
    }

    private static int count(Browser host, MeetingView meeting, String device) {
        return (int) JoinIT.people(host, meeting)
                .json()
                .valueStream()
                .filter(one -> one.path("microphone").asString().equals(device))
                .count();
    }

    static int handshakeStatus(ThrowableAssert.ThrowingCallable joining) {
        Throwable refused = Assertions.catchThrowable(joining);
        return Optional.ofNullable(refused.getCause())
                .filter(WebSocketHandshakeException.class::isInstance)
                .map(WebSocketHandshakeException.class::cast)
                .orElseThrow()
                .getResponse()
                .statusCode();
    }

    static String path(MeetingView meeting, String rest) {
        return "/api/v1/meetings/" + meeting.id().value() + rest;
    }
}
