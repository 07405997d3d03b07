package org.onmaru.server.onair.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.onmaru.server.city.identity.Role;
import org.onmaru.server.hall.meeting.MeetingState;
import org.onmaru.server.hall.meeting.MeetingView;
import org.onmaru.server.onair.support.Browser;
import org.onmaru.server.onair.support.OnairIT;
import org.onmaru.server.onair.support.Signaller;

/// From the ticket to the room, through the proxy, at the real SFU.
class JoinIT extends OnairIT {

    @Test
    void aTicketOpensTheRoomThroughTheProxyAndEverybodySeesWhoCame() throws Exception {
        MeetingView meeting = meetings.put(MeetingState.OPEN, false);
        Browser host = as(Role.HOST);
        Browser.Answer ticket = join(host, meeting);
        assertThat(ticket.status()).isEqualTo(200);
        assertThat(ticket.json().path("url").asString()).isEqualTo("/sfu");

        try (Signaller room = Signaller.join(port, ticket.json().path("token").asString())) {
            assertThat(room.joined().getRoom().getName())
                    .isEqualTo(meeting.id().value().toString());
            assertThat(room.joined().getParticipant().getIdentity())
                    .isEqualTo(ticket.json().path("identity").asString());
            assertThat(room.joined().getEnabledPublishCodecsList().stream()
                            .map(codec -> codec.getMime().toLowerCase(Locale.ROOT)))
                    .contains("video/vp8", "video/h264", "audio/opus")
                    .doesNotContain("video/av1", "video/vp9");
            until(
                    "the list shows them",
                    Duration.ofSeconds(5),
                    () -> people(host, meeting).json().size() == 1);
            assertThat(people(host, meeting).json().get(0).path("name").asString())
                    .isEqualTo("시험 HOST");
        }
        until(
                "the list is empty again",
                Duration.ofSeconds(40),
                () -> people(host, meeting).json().isEmpty());
    }

    @Test
    void theNewerPathAnswersTooAndBothValidate() throws Exception {
        MeetingView meeting = meetings.put(MeetingState.IN_SESSION, false);
        String token = join(as(Role.HOST), meeting).json().path("token").asString();

        try (Signaller room = Signaller.joinV1(port, token)) {
            assertThat(room.joined().getParticipant().getIdentity()).startsWith("p-");
        }
        assertThat(nobody().get("/sfu/rtc/validate?access_token=" + token).status())
                .isEqualTo(200);
        assertThat(nobody().get("/sfu/rtc/validate?access_token=" + token + "x").status())
                .isEqualTo(401);
        assertThat(nobody().get("/sfu/rtc/validate").status()).isEqualTo(401);
    }

    @Test
    void theSfusApiIsNotReachable() {
        assertThat(nobody().post("/sfu/twirp/livekit.RoomService/ListRooms", "{}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void closedMeetingsAreExplained() {
        for (MeetingState state : new MeetingState[] {MeetingState.SCHEDULED, MeetingState.ADJOURNED}) {
            Browser.Answer answer = join(as(Role.HOST), meetings.put(state, false));

            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.json().path("detail").asString()).isNotBlank();
            assertThat(answer.json().path("detailEn").asString()).isNotBlank();
        }
    }

    static Browser.Answer join(Browser who, MeetingView meeting) {
        return who.post("/api/v1/meetings/" + meeting.id().value() + "/join");
    }

    static Browser.Answer people(Browser who, MeetingView meeting) {
        return who.get("/api/v1/meetings/" + meeting.id().value() + "/participants");
    }
}
