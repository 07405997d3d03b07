package org.onmaru.media.rtc;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.onmaru.media.frame.AccessUnit;
import org.onmaru.media.frame.Codec;
import org.onmaru.media.rtc.ice.IceAgent;
import org.onmaru.media.rtc.ice.IceCandidate;
import org.onmaru.media.rtc.ice.IceCredentials;
import org.onmaru.media.rtc.ice.StunMessage;
import org.onmaru.media.rtc.ice.StunWriter;
import org.onmaru.media.rtc.rtp.IncomingStream;
import org.onmaru.media.rtc.rtp.RtcpMessage;
import org.onmaru.media.rtc.rtp.RtcpWriter;
import org.onmaru.media.rtc.rtp.RtpPacket;
import org.onmaru.media.rtc.sdp.LocalDescription;
import org.onmaru.media.rtc.sdp.RecordedOffer;
import org.onmaru.media.rtc.sdp.SessionSdp;
import org.onmaru.media.rtc.sdp.SubscriberAnswer;
import org.onmaru.media.rtc.srtp.SrtpKeys;
import org.onmaru.media.rtc.srtp.SrtpProfile;
import org.onmaru.media.rtc.srtp.SrtpReceiver;
import org.onmaru.media.rtc.transport.WallClock;

/// Whatever comes over the network, nothing is thrown, nothing takes long and nothing grows. The inputs
/// are good messages with a few bytes changed, cut, doubled or made up, from a fixed seed.
class MalformedInputTest {

    private static final int INPUTS = 100_000;
    private static final Duration ENOUGH = Duration.ofSeconds(60);
    private static final IceCredentials OURS = new IceCredentials("ours", "our-password-of-24-signs");
    private static final IceCredentials THEIRS = new IceCredentials("them", "their-password-24-signs.");

    @Test
    void stun() {
        byte[] request = new StunWriter(StunMessage.BINDING_REQUEST, new byte[12])
                .username("ours:them")
                .priority(1)
                .controlling(9)
                .useCandidate()
                .xorMappedAddress(new InetSocketAddress("10.0.0.1", 5))
                .errorCode(487)
                .sealed(OURS.password());
        IceAgent agent = new IceAgent(false, OURS, THEIRS, new SecureRandom());
        InetSocketAddress from = new InetSocketAddress(InetAddress.getLoopbackAddress(), 1);
        mutate(request, 1, bytes -> agent.receive(bytes, bytes.length, from, 0));
        assertThat(agent.refused()).isGreaterThan(INPUTS / 2);
        assertThat(agent.receive(request, request.length, from, 0)).isNotNull();
    }

    @Test
    void srtp() {
        for (SrtpProfile profile : SrtpProfile.values()) {
            SrtpReceiver receiver =
                    new SrtpReceiver(SrtpKeys.derive(profile, new byte[16], new byte[profile.saltLength()]));
            byte[] packet = new byte[80];
            packet[0] = (byte) 0x90;
            packet[15] = 2;
            mutate(packet, 2, bytes -> {
                assertThat(receiver.openRtp(bytes.clone(), bytes.length)).isNegative();
                assertThat(receiver.openRtcp(bytes.clone(), bytes.length)).isNegative();
            });
        }
    }

    @Test
    void rtcp() {
        byte[] compound = join(
                RtcpWriter.senderReport(77, 1_000_000_000L, 5, 1, 1),
                RtcpWriter.nack(1, 77, List.of(5L, 6L, 7L)),
                RtcpWriter.pictureLoss(1, 77),
                RtcpWriter.receiverReport(1, List.of(new RtcpWriter.Block(77, 0, 0, 0, 0, 0, 0))));
        AtomicLong read = new AtomicLong();
        mutate(
                compound,
                3,
                bytes -> read.addAndGet(RtcpMessage.parse(bytes, bytes.length).size()));
        assertThat(read).hasValueGreaterThan(INPUTS);
    }

    @Test
    void vp8() {
        video(Codec.VP8, new byte[] {(byte) 0x90, (byte) 0xf0, (byte) 0x85, 1, 2, 3, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9}, 4);
    }

    @Test
    void h264() {
        video(Codec.H264, new byte[] {24, 0, 3, 0x67, 1, 2, 0, 4, 0x65, 1, 2, 3, 0, 2, 0x41, 1}, 5);
        video(Codec.H264, new byte[] {0x7c, (byte) 0x85, 1, 2, 3, 4, 5, 6}, 6);
    }

    @Test
    void opus() {
        video(Codec.OPUS, new byte[] {0x78, 1, 2, 3}, 7);
    }

    @Test
    void sdp() {
        LocalDescription local = new LocalDescription(OURS, "AA", null);
        byte[] offer = RecordedOffer.TEXT.getBytes(StandardCharsets.UTF_8);
        mutate(offer, 8, bytes -> {
            SessionSdp read = SessionSdp.parse(new String(bytes, StandardCharsets.UTF_8));
            assertThat(read.sections().size()).isLessThan(64);
            if (bytes[0] == 'v') {
                assertThat(SubscriberAnswer.write(read, local, 1)).startsWith("v=0");
            }
        });
        byte[] candidate =
                "candidate:2878742611 1 udp 2130706431 127.0.0.1 47454 typ host".getBytes(StandardCharsets.UTF_8);
        mutate(candidate, 9, bytes -> IceCandidate.parse(new String(bytes, StandardCharsets.UTF_8)));
    }

    @Test
    void streamsOfManySources() {
        AtomicLong units = new AtomicLong();
        AtomicLong control = new AtomicLong();
        SubscribedStreams streams = new SubscribedStreams(
                1, WallClock.system(), unit -> units.incrementAndGet(), packet -> control.incrementAndGet());
        streams.apply(SessionSdp.parse(RecordedOffer.TEXT));
        byte[] packet = new byte[40];
        packet[0] = (byte) 0x80;
        packet[1] = 111;
        int ssrc = (int) 3_298_657_927L;
        for (int i = 0; i < 4; i++) {
            packet[8 + i] = (byte) (ssrc >> (24 - 8 * i));
        }
        AtomicLong now = new AtomicLong();
        mutate(packet, 10, bytes -> {
            streams.rtp(bytes, bytes.length, now.addAndGet(1_000_000));
            streams.rtcp(bytes, bytes.length, now.get());
            streams.tick(now.get());
        });
        assertThat(units).hasPositiveValue();
        assertThat(streams.counters(0, 0, 0).refused()).isPositive();
    }

    /// Sequence numbers and timestamps mostly go on, now and then they leap.
    private static void video(Codec codec, byte[] payload, int seed) {
        AtomicLong bytesOut = new AtomicLong();
        IncomingStream stream = new IncomingStream("track", 77, codec, nanos -> nanos, new IncomingStream.Output() {
            @Override
            public void unit(AccessUnit unit) {
                bytesOut.addAndGet(unit.data().length);
            }

            @Override
            public void nack(int ssrc, List<Long> missing) {
                assertThat(missing).hasSizeLessThanOrEqualTo(128);
            }

            @Override
            public void pictureLoss(int ssrc) {}
        });
        byte[] packet = new byte[12 + payload.length];
        packet[0] = (byte) 0x80;
        System.arraycopy(payload, 0, packet, 12, payload.length);
        Random random = new Random(seed);
        AtomicLong number = new AtomicLong();
        mutate(packet, seed, bytes -> {
            long n = random.nextInt(1000) == 0
                    ? number.addAndGet(random.nextInt(100_000))
                    : number.addAndGet(random.nextInt(50) == 0 ? 2 : 1);
            if (bytes.length >= 12) {
                bytes[0] = (byte) ((bytes[0] & 0x3f) | 0x80);
                bytes[2] = (byte) (n >> 8);
                bytes[3] = (byte) n;
                bytes[6] = (byte) (n >> 9);
                bytes[7] = (byte) (n >> 1);
            }
            RtpPacket read = RtpPacket.parse(bytes, bytes.length, n * 1_000_000);
            if (read != null) {
                stream.rtp(read);
                stream.tick(n * 1_000_000);
            }
        });
        assertThat(bytesOut).hasPositiveValue();
    }

    private static void mutate(byte[] good, int seed, Consumer<byte[]> parser) {
        Random random = new Random(seed);
        long started = System.nanoTime();
        for (int i = 0; i < INPUTS; i++) {
            parser.accept(mutant(good, random));
        }
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(ENOUGH);
    }

    private static byte[] mutant(byte[] good, Random random) {
        byte[] bytes = switch (random.nextInt(8)) {
            case 0 -> Arrays.copyOf(good, random.nextInt(good.length + 1));
            case 1 -> Arrays.copyOf(good, good.length + random.nextInt(64));
            case 2 -> join(good, Arrays.copyOf(good, random.nextInt(good.length)));
            case 3 -> {
                byte[] noise = new byte[random.nextInt(200)];
                random.nextBytes(noise);
                yield noise;
            }
            default -> good.clone();
        };
        for (int changes = random.nextInt(6); changes > 0 && bytes.length > 0; changes--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes.length == 0 ? new byte[1] : bytes;
    }

    private static byte[] join(byte[]... parts) {
        int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
        byte[] all = new byte[length];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }
}
