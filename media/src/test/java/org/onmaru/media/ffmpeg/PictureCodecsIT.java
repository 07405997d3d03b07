package org.onmaru.media.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onmaru.media.frame.Codec;
import org.onmaru.media.frame.EncodedPacket;
import org.onmaru.media.frame.FramePool;
import org.onmaru.media.frame.Yuv;
import org.onmaru.media.frame.YuvFrame;

class PictureCodecsIT {

    private static final int[][] COLOURS = {{220, 30, 30}, {20, 190, 60}, {40, 60, 220}, {230, 210, 40}};
    private static final int RANGE_FULL = 2;
    private static final int RANGE_LIMITED = 1;
    private static final int BT601 = 6;
    private static final int BT709 = 1;

    private final FramePool pool = new FramePool(2);

    /// Four quarters of four colours.
    private static YuvFrame quarters(int width, int height) {
        YuvFrame frame = YuvFrame.allocate(width, height);
        int w = width / 4 * 2;
        int h = height / 4 * 2;
        for (int i = 0; i < 4; i++) {
            int x = i % 2 * w;
            int y = i / 2 * h;
            int across = i % 2 == 0 ? w : (width - w) & ~1;
            int down = i / 2 == 0 ? h : (height - h) & ~1;
            frame.fill(x, y, across, down, Yuv.ofRgb(COLOURS[i][0], COLOURS[i][1], COLOURS[i][2]));
        }
        return frame;
    }

    private static void assertQuarters(YuvFrame frame, int tolerance) {
        for (int i = 0; i < 4; i++) {
            int x = frame.width() / 4 + i % 2 * frame.width() / 2;
            int y = frame.height() / 4 + i / 2 * frame.height() / 2;
            int rgb = new Yuv(frame.luma(x, y), frame.blue(x, y), frame.red(x, y)).toRgb();
            assertThat(rgb >> 16 & 255).as("red of %d", i).isCloseTo(COLOURS[i][0], within(tolerance));
            assertThat(rgb >> 8 & 255).as("green of %d", i).isCloseTo(COLOURS[i][1], within(tolerance));
            assertThat(rgb & 255).as("blue of %d", i).isCloseTo(COLOURS[i][2], within(tolerance));
        }
    }

    private YuvFrame decoded(VideoDecoder decoder, byte[] data) {
        Decoded result = decoder.decode(data, pool);
        assertThat(result).isInstanceOf(Decoded.Picture.class);
        return ((Decoded.Picture) result).frame();
    }

    @ParameterizedTest
    @ValueSource(strings = {"libx264", "libopenh264"})
    void theProgrammesColoursSurviveItsEncoder(String name) {
        try (H264Encoder encoder = new H264Encoder(name, 1280, 720, 30, 60, 2_500_000);
                VideoDecoder decoder = new VideoDecoder(Codec.H264)) {
            List<EncodedPacket> packets = new ArrayList<>();
            YuvFrame picture = quarters(1280, 720);
            for (int i = 0; i < 130; i++) {
                encoder.encode(picture, i, i == 25, packets::add);
                assertThat(packets).as("no delay").hasSize(i + 1);
            }
            List<Long> keys = packets.stream()
                    .filter(EncodedPacket::key)
                    .map(EncodedPacket::pts)
                    .toList();
            assertThat(keys).containsExactly(0L, 25 * 3000L, 85 * 3000L);
            assertThat(packets).allMatch(packet -> packet.duration() == 3000);
            ByteArrayOutputStream first = new ByteArrayOutputStream();
            first.writeBytes(encoder.extradata());
            first.writeBytes(packets.getFirst().data());
            decoded(decoder, first.toByteArray());
            YuvFrame last = decoded(decoder, packets.get(1).data());
            assertQuarters(last, 6);
        }
    }

    @Test
    void vp8OfAnySizeKeepsItsColours() {
        for (int[] size : new int[][] {{640, 360}, {641, 361}, {160, 90}, {358, 640}}) {
            try (Sender sender = Sender.vp8(size[0], size[1]);
                    VideoDecoder decoder = new VideoDecoder(Codec.VP8)) {
                YuvFrame frame = decoded(decoder, sender.encode(quarters(size[0], size[1])));
                assertThat(frame.width()).isEqualTo(size[0]);
                assertThat(frame.height()).isEqualTo(size[1]);
                assertQuarters(frame, 14);
            }
        }
    }

    @Test
    void taggedColoursAreBroughtToTheProgrammes() {
        YuvFrame limited = quarters(320, 180);
        YuvFrame full = YuvFrame.allocate(320, 180);
        YuvFrame old = YuvFrame.allocate(320, 180);
        for (int i = 0; i < 4; i++) {
            int[] c = COLOURS[i];
            int x = i % 2 * 160;
            int y = i / 2 * 90;
            double luma709 = 0.2126 * c[0] + 0.7152 * c[1] + 0.0722 * c[2];
            full.fill(x, y, 160, 90, yuv(luma709, (c[2] - luma709) / 1.8556 + 128, (c[0] - luma709) / 1.5748 + 128));
            double luma601 = 0.299 * c[0] + 0.587 * c[1] + 0.114 * c[2];
            double blue = (c[2] - luma601) / 1.772 * 224 / 255 + 128;
            double red = (c[0] - luma601) / 1.402 * 224 / 255 + 128;
            old.fill(x, y, 160, 90, yuv(16 + luma601 * 219 / 255, blue, red));
        }
        assertQuarters(sent(limited, RANGE_LIMITED, BT709), 6);
        assertQuarters(sent(full, RANGE_FULL, BT709), 9);
        assertQuarters(sent(old, RANGE_LIMITED, BT601), 9);
    }

    private static Yuv yuv(double y, double u, double v) {
        return new Yuv((int) Math.round(y), (int) Math.round(u), (int) Math.round(v));
    }

    private YuvFrame sent(YuvFrame picture, int range, int matrix) {
        try (Sender sender = Sender.h264(picture.width(), picture.height(), range, matrix);
                VideoDecoder decoder = new VideoDecoder(Codec.H264)) {
            return decoded(decoder, sender.encode(picture));
        }
    }

    @Test
    void theSizeMayChangeInTheMiddle() {
        try (VideoDecoder decoder = new VideoDecoder(Codec.VP8)) {
            for (int[] size : new int[][] {{320, 180}, {640, 360}, {322, 242}, {1280, 720}}) {
                try (Sender sender = Sender.vp8(size[0], size[1])) {
                    YuvFrame frame = decoded(decoder, sender.encode(quarters(size[0], size[1])));
                    assertThat(frame.width()).isEqualTo(size[0]);
                    assertQuarters(frame, 14);
                }
            }
        }
    }

    @Test
    void garbageIsAResultAndNeverAnException() {
        SplittableRandom random = new SplittableRandom(7);
        for (Codec codec : List.of(Codec.VP8, Codec.H264)) {
            try (Sender sender = codec == Codec.VP8 ? Sender.vp8(320, 180) : Sender.h264(320, 180, 1, 1);
                    VideoDecoder decoder = new VideoDecoder(codec)) {
                byte[] key = sender.encode(quarters(320, 180));
                for (int i = 0; i < 500; i++) {
                    byte[] broken = i % 2 == 0 ? new byte[random.nextInt(400)] : key.clone();
                    for (int k = 0; k < 1 + broken.length / 20 && broken.length > 0; k++) {
                        broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
                    }
                    if (decoder.decode(broken, pool) instanceof Decoded.Picture(YuvFrame frame)) {
                        assertThat(frame.width()).isBetween(16, 4096);
                        pool.give(frame);
                    }
                }
                try (VideoDecoder fresh = new VideoDecoder(codec)) {
                    assertQuarters(decoded(fresh, key), 14);
                }
            }
        }
    }

    @Test
    void absurdSizesAreRefused() {
        // A VP8 key frame's header that promises 16,383 × 16,383 pixels, and one of 0 × 0.
        byte[] huge = {0x10, 0x02, 0x00, (byte) 0x9d, 0x01, 0x2a, (byte) 0xff, 0x3f, (byte) 0xff, 0x3f, 0, 0, 0, 0, 0, 0
        };
        byte[] none = {0x10, 0x02, 0x00, (byte) 0x9d, 0x01, 0x2a, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};
        try (VideoDecoder decoder = new VideoDecoder(Codec.VP8)) {
            assertThat(decoder.decode(huge, pool)).isNotInstanceOf(Decoded.Picture.class);
            assertThat(decoder.decode(none, pool)).isNotInstanceOf(Decoded.Picture.class);
        }
    }
}
