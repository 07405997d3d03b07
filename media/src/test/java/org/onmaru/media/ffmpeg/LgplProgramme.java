package org.onmaru.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.avcodec_configuration;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_license;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.onmaru.media.frame.Yuv;
import org.onmaru.media.frame.YuvFrame;
import org.onmaru.media.sink.SyntheticProgramme;

/// Runs on whichever FFmpeg its class path has: says what it is and encodes a short picture with the studio's encoder.
final class LgplProgramme {

    static final int FRAMES = 40;

    private LgplProgramme() {}

    /// @param arguments the file that gets the H.264, Annex B
    public static void main(String... arguments) throws IOException {
        System.out.println("licence " + avcodec_license().getString());
        System.out.println("configuration " + avcodec_configuration().getString());
        System.out.println("encoder " + H264Encoder.name());
        try (var out = Files.newOutputStream(Path.of(arguments[0]));
                var encoder = new H264Encoder(SyntheticProgramme.WIDTH, SyntheticProgramme.HEIGHT, 30, 60, 1_000_000)) {
            out.write(encoder.extradata());
            var picture = YuvFrame.allocate(SyntheticProgramme.WIDTH, SyntheticProgramme.HEIGHT);
            for (int i = 0; i < FRAMES; i++) {
                var grey = new Yuv(SyntheticProgramme.grey(i), 128, 128);
                picture.fill(0, 0, picture.width(), picture.height(), grey);
                var packets = new ArrayList<byte[]>();
                encoder.encode(picture, i, false, packet -> packets.add(packet.data()));
                for (byte[] packet : packets) {
                    out.write(packet);
                }
            }
        }
    }
}
