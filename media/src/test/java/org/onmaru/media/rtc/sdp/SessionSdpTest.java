package org.onmaru.media.rtc.sdp;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.onmaru.media.frame.Codec;
import org.onmaru.media.rtc.ice.IceCandidate;
import org.onmaru.media.rtc.ice.IceCredentials;

class SessionSdpTest {

    private static final LocalDescription LOCAL = new LocalDescription(
            new IceCredentials("frag", "password"), "AA:BB", "candidate:1 1 udp 1 127.0.0.1 9 typ host");

    @Test
    void readsARealOffer() {
        SessionSdp offer = SessionSdp.parse(RecordedOffer.TEXT);
        assertThat(Objects.requireNonNull(offer.peer()).credentials())
                .isEqualTo(new IceCredentials("NfktQWSETLcacmpM", "PQPcoQWSUykoFYJAhuTihiaXXReDgOGd"));
        assertThat(offer.peer().fingerprint()).startsWith("A7:69:EE").endsWith("E1:D7");
        assertThat(offer.peer().lite()).isFalse();
        assertThat(offer.candidates())
                .containsExactly(new IceCandidate(new InetSocketAddress(InetAddress.getLoopbackAddress(), 47_454)));
        assertThat(offer.sections()).extracting(MediaSection::kind).containsExactly("application", "video", "audio");
        MediaSection video = Objects.requireNonNull(offer.section("1"));
        assertThat(video.sends()).isTrue();
        assertThat(video.formats())
                .extracting(MediaSection.Format::codec)
                .containsExactly(Codec.VP8, Codec.H264, Codec.H264);
        assertThat(video.ssrcs()).containsExactly(new MediaSection.Stream(87_033_772, "TR_VCHMBqx5uw3Hpj"));
        MediaSection audio = Objects.requireNonNull(offer.section("2"));
        assertThat(audio.ssrcs()).containsExactly(new MediaSection.Stream((int) 3_298_657_927L, "TR_AM8h58n5Sqm4gb"));
    }

    @Test
    void answersItSectionBySection() {
        SessionSdp offer = SessionSdp.parse(RecordedOffer.TEXT);
        String text = SubscriberAnswer.write(offer, LOCAL, 1);
        assertThat(text)
                .contains("a=group:BUNDLE 0 1 2\r\n")
                .contains("m=video 9 UDP/TLS/RTP/SAVPF 96 125 108\r\n")
                .contains("a=setup:active\r\n")
                .contains("a=rtcp-fb:96 nack pli\r\n")
                .doesNotContain("goog-remb")
                .doesNotContain("transport-cc")
                .doesNotContain("rtx");
        assertThat(text.split("a=candidate", -1)).hasSize(2);
        SessionSdp answer = SessionSdp.parse(text);
        assertThat(answer.sections()).extracting(MediaSection::mid).containsExactly("0", "1", "2");
        assertThat(answer.sections())
                .noneMatch(section -> section.sends() && !section.kind().equals("application"));
    }

    @Test
    void retransmissionsAndInactiveSectionsAreLeftOut() {
        SessionSdp offer = SessionSdp.parse("""
                m=video 9 UDP/TLS/RTP/SAVPF 96 97
                a=mid:0
                a=inactive
                a=rtpmap:96 VP8/90000
                a=rtpmap:97 rtx/90000
                a=ssrc-group:FID 10 11
                a=ssrc:10 msid:s t
                a=ssrc:11 msid:s t
                """);
        MediaSection section = offer.sections().getFirst();
        assertThat(section.sends()).isFalse();
        assertThat(section.formats()).hasSize(1);
        assertThat(section.ssrcs()).containsExactly(new MediaSection.Stream(10, "t"));
        assertThat(offer.peer()).isNull();
        assertThat(SubscriberAnswer.write(offer, LOCAL, 1)).contains("a=inactive");
    }

    @Test
    void candidatesWeCannotUseAreNone() {
        assertThat(IceCandidate.parse("candidate:1 1 udp 1 fe80::1 5000 typ host"))
                .isNotNull();
        assertThat(IceCandidate.parse("a=candidate:1 1 UDP 1 10.0.0.1 5000 typ srflx raddr 0.0.0.0 rport 0"))
                .isNotNull();
        for (String bad : List.of(
                "candidate:1 1 tcp 1 10.0.0.1 5000 typ host",
                "candidate:1 2 udp 1 10.0.0.1 5000 typ host",
                "candidate:1 1 udp 1 some-name.local 5000 typ host",
                "candidate:1 1 udp 1 10.0.0.1 99999 typ host",
                "candidate:1 1 udp 1 0.0.0.0 5000 typ host",
                "candidate:1 1 udp 1 10.0.0.1 5000 typ relay",
                "candidate:1 1 udp",
                "")) {
            assertThat(IceCandidate.parse(bad)).as(bad).isNull();
        }
        assertThat(IceCandidate.parse("candidate:1 1 udp 1 127.0.0.1 1 typ host"))
                .extracting(IceCandidate::rank)
                .isEqualTo(0);
    }

    @Test
    void thePublishersOfferCanBeReadBack() {
        String text = PublisherOffer.write(
                List.of(
                        new PublisherOffer.Camera("camera", 5, List.of("q", "h")),
                        new PublisherOffer.Microphone("microphone", -2)),
                LOCAL,
                3);
        SessionSdp offer = SessionSdp.parse(text);
        assertThat(offer.sections()).extracting(MediaSection::mid).containsExactly("0", "1");
        assertThat(text).contains("a=simulcast:send q;h\r\n").contains("a=rid:q send\r\n");
        assertThat(offer.sections().get(1).ssrcs()).containsExactly(new MediaSection.Stream(-2, "microphone"));
    }
}
