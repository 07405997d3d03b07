package org.onmaru.media.rtc.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class OutgoingStreamTest {

    private final List<byte[]> wire = new ArrayList<>();
    private final OutgoingStream stream = new OutgoingStream(77, 96, 90_000, 65_535, (packet, length) -> {
        byte[] sent = Arrays.copyOf(packet, length);
        wire.add(sent);
        return sent;
    });

    @Test
    void packetsAreNumberedMarkedAndExtended() {
        TreeMap<Integer, byte[]> extensions = new TreeMap<>();
        extensions.put(1, new byte[] {'0'});
        extensions.put(2, new byte[] {'q'});
        stream.send(List.of(new byte[] {1}, new byte[] {2, 3}), 1L << 33 | 5, 0, true, extensions);
        RtpPacket first = Objects.requireNonNull(RtpPacket.parse(wire.getFirst(), wire.getFirst().length, 0));
        RtpPacket second = Objects.requireNonNull(RtpPacket.parse(wire.getLast(), wire.getLast().length, 0));
        assertThat(first.sequence()).isEqualTo(65_535);
        assertThat(second.sequence()).isZero();
        assertThat(first.marker()).isFalse();
        assertThat(second.marker()).isTrue();
        assertThat(second.timestamp()).isEqualTo(5);
        assertThat(second.size()).isEqualTo(2);
        assertThat(Arrays.copyOfRange(wire.getFirst(), 12, 20))
                .containsExactly((byte) 0xbe, (byte) 0xde, 0, 1, (byte) 0x10, '0', (byte) 0x20, 'q');
    }

    @Test
    void onlyRecentPacketsAreSentAgain() {
        for (int i = 0; i < 600; i++) {
            stream.send(List.of(new byte[] {(byte) i}), i, 0, true, new TreeMap<>());
        }
        assertThat(stream.sent(598)).isSameAs(wire.getLast());
        assertThat(stream.sent(599)).isNull();
        assertThat(stream.sent(65_535)).isNull();
        assertThat(stream.sent(87)).isSameAs(wire.get(88));
    }

    @Test
    void theReportTellsTheTimeOfNow() {
        assertThat(stream.report(0)).isNull();
        long captured = 1_795_413_065_000_000_000L;
        stream.send(List.of(new byte[] {1}), 90_000, captured, true, new TreeMap<>());
        byte[] report = Objects.requireNonNull(stream.report(captured + 500_000_000L));
        assertThat(RtcpMessage.parse(report, report.length).getFirst())
                .isInstanceOfSatisfying(
                        RtcpMessage.SenderReport.class,
                        read -> assertThat(read.rtpTimestamp()).isEqualTo(135_000));
    }
}
