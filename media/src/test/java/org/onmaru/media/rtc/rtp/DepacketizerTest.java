package org.onmaru.media.rtc.rtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onmaru.media.rtc.rtp.Packets.packet;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.onmaru.media.frame.Codec;

class DepacketizerTest {

    private record Frame(byte[] data, long timestamp, boolean key, boolean intact) {}

    private final List<Frame> frames = new ArrayList<>();
    private final FrameOutput output =
            (data, timestamp, key, intact, arrival) -> frames.add(new Frame(data, timestamp, key, intact));
    private int sequence = 100;

    @Test
    void vp8FramesComeBackAsTheyWereCut() {
        Depacketizer depacketizer = Depacketizer.of(Codec.VP8, output);
        Vp8Packetizer packetizer = new Vp8Packetizer(0x7fff);
        Random random = new Random(3);
        for (int number = 0; number < 50; number++) {
            byte[] frame = new byte[1 + random.nextInt(10_000)];
            random.nextBytes(frame);
            List<byte[]> payloads = packetizer.payloads(frame);
            for (int i = 0; i < payloads.size(); i++) {
                assertThat(payloads.get(i).length).isLessThanOrEqualTo(Vp8Packetizer.MAX_PAYLOAD);
                depacketizer.packet(
                        packet(sequence++, number, i == payloads.size() - 1, 0, payloads.get(i)), number, false);
            }
            assertThat(frames.getLast().data()).isEqualTo(frame);
            assertThat(frames.getLast().key()).isEqualTo((frame[0] & 1) == 0);
            assertThat(frames.getLast().intact()).isTrue();
        }
        assertThat(frames).hasSize(50);
        assertThat(depacketizer.malformed()).isZero();
    }

    @Test
    void vp8DescriptorsOfAllShapes() {
        Depacketizer depacketizer = Depacketizer.of(Codec.VP8, output);
        feed(depacketizer, 1, true, 0x10, 0x00, 9);
        feed(depacketizer, 2, true, 0x90, 0x80, 0x05, 0x01, 9);
        feed(depacketizer, 3, true, 0x90, 0xf0, 0x85, 0x05, 0x11, 0x22, 0x01, 9);
        assertThat(frames).extracting(Frame::intact).containsOnly(true);
        assertThat(frames).extracting(Frame::key).containsExactly(true, false, false);
        assertThat(frames).extracting(frame -> frame.data().length).containsOnly(2);
        feed(depacketizer, 4, true, 0x90);
        feed(depacketizer, 5, true, 0x90, 0x80);
        assertThat(depacketizer.malformed()).isEqualTo(2);
        assertThat(frames.getLast().intact()).isFalse();
    }

    @Test
    void aFrameWithoutItsMarkerIsBrokenAndTheNextIsNot() {
        Depacketizer depacketizer = Depacketizer.of(Codec.VP8, output);
        feed(depacketizer, 1, false, 0x10, 0x00);
        feed(depacketizer, 2, true, 0x10, 0x00);
        assertThat(frames).extracting(Frame::intact).containsExactly(false, true);
    }

    @Test
    void aGapInsideAFrameBreaksItAndOneBeforeItDoesNot() {
        Depacketizer depacketizer = Depacketizer.of(Codec.VP8, output);
        depacketizer.packet(packet(1, 1, false, 0, 0x10, 0x00), 1, false);
        depacketizer.packet(packet(3, 1, true, 0, 0x00, 0x01), 1, true);
        depacketizer.packet(packet(9, 2, true, 0, 0x10, 0x00), 2, true);
        depacketizer.packet(packet(12, 3, true, 0, 0x00, 0x00), 3, true);
        assertThat(frames).extracting(Frame::intact).containsExactly(false, true, false);
    }

    @Test
    void h264UnitsAggregatesAndFragments() {
        Depacketizer depacketizer = Depacketizer.of(Codec.H264, output);
        feed(depacketizer, 1, false, 24, 0, 2, 0x67, 1, 0, 2, 0x68, 2);
        feed(depacketizer, 1, false, 0x7c, 0x85, 3, 4);
        feed(depacketizer, 1, false, 0x7c, 0x05, 5);
        feed(depacketizer, 1, true, 0x7c, 0x45, 6);
        feed(depacketizer, 2, true, 0x41, 7);
        assertThat(frames).extracting(Frame::intact).containsOnly(true);
        assertThat(frames).extracting(Frame::key).containsExactly(true, false);
        assertThat(frames.getFirst().data())
                .containsExactly(0, 0, 0, 1, 0x67, 1, 0, 0, 0, 1, 0x68, 2, 0, 0, 0, 1, 0x65, 3, 4, 5, 6);
        assertThat(frames.getLast().data()).containsExactly(0, 0, 0, 1, 0x41, 7);
    }

    @Test
    void h264ThatMakesNoSenseIsBroken() {
        Depacketizer depacketizer = Depacketizer.of(Codec.H264, output);
        feed(depacketizer, 1, true, 0x7c, 0x05, 5);
        feed(depacketizer, 2, true, 0x7c, 0x85, 5);
        feed(depacketizer, 3, true, 24, 0, 9, 1);
        feed(depacketizer, 4, true, 30, 1, 2);
        feed(depacketizer, 5, true, 0x7c);
        assertThat(frames).hasSize(5).extracting(Frame::intact).containsOnly(false);
        feed(depacketizer, 6, true, 0x65, 1);
        assertThat(frames.getLast().intact()).isTrue();
    }

    private void feed(Depacketizer depacketizer, long timestamp, boolean marker, int... payload) {
        depacketizer.packet(packet(sequence++, timestamp, marker, 0, payload), timestamp, false);
    }
}
