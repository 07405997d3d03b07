package org.onmaru.media.rtc.rtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onmaru.media.rtc.rtp.Packets.packet;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.onmaru.media.frame.AccessUnit;
import org.onmaru.media.frame.Codec;

/// Losses, order and repair; time is what the packets say.
class IncomingStreamTest {

    private static final long MS = 1_000_000L;
    private static final long START = 5_000 * MS;
    private static final int KEY = 0x00;
    private static final int DELTA = 0x01;

    private final List<AccessUnit> units = new ArrayList<>();
    private final List<Long> asked = new ArrayList<>();
    private int keysAsked;
    private long now = START;
    private final IncomingStream stream =
            new IncomingStream("track", 77, Codec.VP8, nanos -> nanos, new IncomingStream.Output() {
                @Override
                public void unit(AccessUnit unit) {
                    units.add(unit);
                }

                @Override
                public void nack(int ssrc, List<Long> missing) {
                    asked.addAll(missing);
                }

                @Override
                public void pictureLoss(int ssrc) {
                    keysAsked++;
                }
            });

    @Test
    void anyOrderWithinTheRingComesOutInOrderOverTheWrap() {
        Random random = new Random(5);
        List<Integer> window = new ArrayList<>();
        int sequence = 65_400;
        frame(sequence++, KEY);
        for (int sent = 1; sent < 2_000; ) {
            while (window.size() < 20 && sent < 2_000) {
                window.add(sequence++);
                sent++;
            }
            frame(window.remove(/* index */ random.nextInt(Math.min(6, window.size()))), DELTA);
        }
        window.forEach(left -> frame(left, DELTA));
        assertThat(units).hasSize(2_000);
        for (int i = 1; i < units.size(); i++) {
            assertThat(units.get(i).timestamp() - units.get(i - 1).timestamp()).isEqualTo(3_000);
        }
        assertThat(stream.lost()).isZero();
    }

    @Test
    void aLostPacketIsAskedForAgainAndItsReturnHealsEverything() {
        frame(10, KEY);
        frame(11, DELTA);
        frame(13, DELTA);
        assertThat(asked.stream().map(number -> number & 0xffff)).containsExactly(12L);
        assertThat(units).hasSize(2);
        now += 50 * MS;
        stream.tick(now);
        assertThat(asked).hasSize(2);
        frame(12, DELTA);
        assertThat(units).hasSize(4).noneMatch(AccessUnit::gapBefore);
    }

    @Test
    void whatNeverComesIsGivenUpAndAKeyFrameAskedFor() {
        frame(10, KEY);
        frame(12, DELTA);
        now += 240 * MS;
        stream.tick(now);
        assertThat(units).hasSize(1);
        now += 20 * MS;
        stream.tick(now);
        assertThat(stream.lost()).isEqualTo(1);
        assertThat(keysAsked).isEqualTo(1);
        frame(13, DELTA);
        assertThat(units).hasSize(1);
        frame(14, KEY);
        assertThat(units).hasSize(2);
        assertThat(units.getLast().gapBefore()).isTrue();
        frame(15, DELTA);
        assertThat(units.getLast().gapBefore()).isFalse();
    }

    @Test
    void keyFramesAreAskedForAtMostTwiceASecond() {
        frame(10, DELTA);
        for (int i = 0; i < 100; i++) {
            now += 20 * MS;
            stream.tick(now);
            stream.wantKey(now);
        }
        assertThat(keysAsked).isBetween(4, 5);
    }

    @Test
    void aSenderThatStartsAnewIsFollowed() {
        frame(40_000, KEY);
        for (int i = 1; i <= 200; i++) {
            stream.rtp(packet(i, 3_000_000L + i, true, now, 0x10, KEY));
        }
        assertThat(units).as("far ahead").hasSize(201);
        for (int i = 1; i <= 200; i++) {
            stream.rtp(packet(45_000 + i, 9_000_000L + i, true, now, 0x10, KEY));
        }
        assertThat(units).as("far behind").hasSizeBetween(330, 340);
    }

    @Test
    void theFillersOfTheSfuAreNobodysPicture() {
        frame(10, KEY);
        stream.rtp(packet(11, 11 * 3000L, true, now, 0x10, 0x10, 2, 0, 0x9d, 1, 0x2a, 8, 0, 8, 0, 0, 0));
        assertThat(units).hasSize(1);
        assertThat(stream.dropped()).isEqualTo(1);
    }

    @Test
    void theReceptionIsReported() {
        frame(10, KEY);
        frame(11, DELTA);
        frame(14, DELTA);
        stream.report(new RtcpMessage.SenderReport(77, 0x0123_4567_89ab_cdefL, 0), now);
        RtcpWriter.Block block = Objects.requireNonNull(stream.block(now + 500 * MS));
        assertThat(block.lost()).isEqualTo(2);
        assertThat(block.fractionLost()).isEqualTo(2 * 256 / 5);
        assertThat(block.highestSequence()).isEqualTo(14);
        assertThat(block.lastReport()).isEqualTo(0x4567_89ab);
        assertThat(block.delay()).isEqualTo(32_768);
    }

    @Test
    void feedbackIsWrittenAsItIsRead() {
        byte[] nack = RtcpWriter.nack(1, 77, List.of(65_534L, 65_536L, 65_550L, 65_600L));
        assertThat(RtcpMessage.parse(nack, nack.length))
                .containsExactly(new RtcpMessage.Nack(77, List.of(65_534, 0, 14, 64)));
        byte[] loss = RtcpWriter.pictureLoss(1, 77);
        assertThat(RtcpMessage.parse(loss, loss.length)).containsExactly(new RtcpMessage.PictureLoss(77));
        long unix = 1_795_413_065_123_456_789L;
        byte[] report = RtcpWriter.senderReport(77, unix, 9, 1, 2);
        assertThat(RtcpMessage.parse(report, report.length).getFirst())
                .isInstanceOfSatisfying(RtcpMessage.SenderReport.class, read -> {
                    assertThat(read.unixNanos()).isBetween(unix - 2, unix);
                    assertThat(read.rtpTimestamp()).isEqualTo(9);
                });
    }

    private void frame(int sequence, int kind) {
        int wrapped = sequence & 0xffff;
        stream.rtp(packet(wrapped, sequence * 3000L, true, now, 0x10, kind, 1, 2, 3));
    }
}
