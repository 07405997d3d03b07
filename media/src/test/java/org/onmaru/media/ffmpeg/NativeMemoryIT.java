package org.onmaru.media.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.onmaru.media.frame.Codec;
import org.onmaru.media.frame.EncodedPacket;
import org.onmaru.media.frame.FramePool;
import org.onmaru.media.frame.Yuv;
import org.onmaru.media.frame.YuvFrame;

class NativeMemoryIT {

    private static final int WARM = 60;
    private static final int ROUNDS = 500;

    private final YuvFrame picture = YuvFrame.allocate(640, 360);
    private final YuvFrame small = YuvFrame.allocate(160, 90);
    private final FramePool pool = new FramePool(2);
    private final byte[] vp8;
    private final byte[] opus;

    NativeMemoryIT() {
        picture.fill(0, 0, 640, 360, Yuv.ofRgb(10, 100, 200));
        try (Sender camera = Sender.vp8(640, 360);
                Sender microphone = Sender.opus(2)) {
            vp8 = camera.encode(picture);
            opus = microphone.encode(Tone.stereo(440, 0.3, 0, 960));
        }
    }

    /// One join and leave of everything that holds native memory.
    private void round() {
        float[] sound = new float[2 * OpusDecoder.LONGEST];
        try (VideoDecoder video = new VideoDecoder(Codec.VP8);
                OpusDecoder audio = new OpusDecoder();
                Scaler scaler = new Scaler()) {
            if (video.decode(vp8, pool) instanceof Decoded.Picture(YuvFrame frame)) {
                scaler.scale(frame, 0, 0, 640, 360, small);
                pool.give(frame);
            }
            audio.decode(opus, sound);
        }
    }

    private void encoders() {
        Consumer<EncodedPacket> nowhere = packet -> {};
        try (H264Encoder video = new H264Encoder(640, 360, 30, 60, 500_000);
                AacEncoder audio = new AacEncoder(128_000, 0)) {
            video.encode(picture, 0, false, nowhere);
            audio.encode(new float[4096], nowhere);
        }
    }

    @Test
    void fiveHundredJoinsAndLeavesKeepMemoryFlat() throws IOException {
        for (int i = 0; i < WARM; i++) {
            round();
            encoders();
        }
        System.gc();
        long counted = Pointer.totalBytes();
        long resident = residentKb();
        for (int i = 0; i < ROUNDS; i++) {
            round();
            if (i % 10 == 0) {
                encoders();
            }
        }
        System.gc();
        assertThat(Pointer.totalBytes() - counted).as("bytes JavaCPP counts").isLessThan(64 * 1024);
        assertThat(residentKb() - resident)
                .as("resident KiB after %d rounds", ROUNDS)
                .isLessThan(64 * 1024);
    }

    private static long residentKb() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("RssAnon"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }
}
