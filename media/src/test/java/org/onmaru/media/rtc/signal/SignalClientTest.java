package org.onmaru.media.rtc.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import livekit.LivekitModels.ParticipantInfo;
import livekit.LivekitModels.SpeakerInfo;
import livekit.LivekitModels.TrackInfo;
import livekit.LivekitModels.TrackSource;
import livekit.LivekitModels.TrackType;
import livekit.LivekitRtc.ParticipantUpdate;
import livekit.LivekitRtc.SignalResponse;
import livekit.LivekitRtc.SignalTarget;
import livekit.LivekitRtc.TrickleRequest;
import org.junit.jupiter.api.Test;
import org.onmaru.media.rtc.RoomParticipant;
import org.onmaru.media.rtc.RoomSpeaker;

class SignalClientTest {

    private final List<SignalResponse> messages = new ArrayList<>();
    private final List<String> closed = new ArrayList<>();
    private final SignalClient client = new SignalClient(new SignalClient.Handler() {
        @Override
        public void message(SignalResponse message) {
            messages.add(message);
        }

        @Override
        public void closed(String reason) {
            closed.add(reason);
        }
    });

    @Test
    void addressesOfAllKinds() {
        assertThat(SignalClient.address(URI.create("ws://h:1"), "q=1")).hasToString("ws://h:1/rtc?q=1");
        assertThat(SignalClient.address(URI.create("https://h/sfu/"), "q=1")).hasToString("wss://h/sfu/rtc?q=1");
        assertThat(SignalClient.address(URI.create("http://h/sfu"), "q=1")).hasToString("ws://h/sfu/rtc?q=1");
    }

    @Test
    void brokenMessagesAreCountedAndGoodOnesStillCome() {
        byte[] good = SignalResponse.newBuilder()
                .setUpdate(ParticipantUpdate.newBuilder().addParticipants(participant("PA_1", "p-1")))
                .build()
                .toByteArray();
        Roster roster = new Roster();
        Random random = new Random(11);
        for (int i = 0; i < 100_000; i++) {
            byte[] bytes = Arrays.copyOf(good, 1 + random.nextInt(good.length + 10));
            for (int changes = random.nextInt(5); changes > 0; changes--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            messages.clear();
            client.read(bytes);
            messages.forEach(message -> {
                roster.update(message.getUpdate().getParticipantsList());
                roster.speakers(message.getSpeakersChanged().getSpeakersList());
                Requests.candidate(message.getTrickle());
            });
        }
        assertThat(client.unreadable()).isGreaterThan(1_000);
        assertThat(roster.participants().size()).isLessThanOrEqualTo(10_000);
        messages.clear();
        client.read(good);
        assertThat(messages).hasSize(1);
        assertThat(closed).isEmpty();
    }

    @Test
    void closingIsToldOnceAndNothingComesAfter() {
        client.close("enough");
        client.close("again");
        client.read(SignalResponse.getDefaultInstance().toByteArray());
        assertThat(closed).containsExactly("enough");
        assertThat(messages).isEmpty();
    }

    @Test
    void theRosterFollowsComingMutingSpeakingAndLeaving() {
        Roster roster = new Roster();
        roster.self("PA_0");
        assertThat(roster.update(List.of(participant("PA_0", "studio"), participant("PA_1", "p-1"))))
                .isTrue();
        assertThat(roster.participants()).extracting(RoomParticipant::identity).containsExactly("p-1");
        assertThat(roster.participants().getFirst().attributes()).isEqualTo(Map.of("seat", "3"));
        assertThat(roster.participants().getFirst().tracks().getFirst().muted()).isFalse();
        assertThat(roster.update(List.of(participant("PA_1", "p-1")))).isFalse();
        ParticipantInfo muted = participant("PA_1", "p-1").toBuilder()
                .setTracks(
                        0, participant("PA_1", "p-1").getTracks(0).toBuilder().setMuted(true))
                .build();
        assertThat(roster.update(List.of(muted))).isTrue();
        assertThat(roster.participants().getFirst().tracks().getFirst().muted()).isTrue();
        assertThat(roster.update(List.of(participant("PA_2", "p-2")))).isTrue();
        assertThat(roster.speakers(List.of(speaker("PA_1", 0.25f), speaker("PA_2", 0.5f), speaker("PA_9", 1))))
                .containsExactly(new RoomSpeaker("p-2", 0.5f), new RoomSpeaker("p-1", 0.25f));
        // The same person with a new session replaces the old one.
        assertThat(roster.update(List.of(participant("PA_3", "p-2")))).isTrue();
        assertThat(roster.participants()).extracting(RoomParticipant::identity).containsExactly("p-1", "p-2");
        ParticipantInfo gone = participant("PA_1", "p-1").toBuilder()
                .setState(ParticipantInfo.State.DISCONNECTED)
                .build();
        assertThat(roster.update(List.of(gone))).isTrue();
        assertThat(roster.speakers(List.of())).isEmpty();
        assertThat(roster.participants()).extracting(RoomParticipant::identity).containsExactly("p-2");
    }

    @Test
    void trickledCandidatesAreRead() {
        TrickleRequest own = Requests.candidate("candidate:1 1 udp 5 10.1.2.3 99 typ host", SignalTarget.SUBSCRIBER)
                .getTrickle();
        assertThat(Requests.candidate(own)).isNotNull();
        assertThat(Requests.candidate(
                        TrickleRequest.newBuilder().setCandidateInit("{").build()))
                .isNull();
    }

    private static SpeakerInfo speaker(String sid, float level) {
        return SpeakerInfo.newBuilder()
                .setSid(sid)
                .setActive(true)
                .setLevel(level)
                .build();
    }

    private static ParticipantInfo participant(String sid, String identity) {
        return ParticipantInfo.newBuilder()
                .setSid(sid)
                .setIdentity(identity)
                .setName("이름")
                .putAttributes("seat", "3")
                .addTracks(TrackInfo.newBuilder()
                        .setSid("TR_" + sid)
                        .setType(TrackType.VIDEO)
                        .setSource(TrackSource.CAMERA)
                        .setMimeType("video/VP8"))
                .build();
    }
}
