package org.onmaru.bench.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onmaru.bench.judge.Ear;
import org.onmaru.bench.judge.Eye;
import org.onmaru.media.ffmpeg.Decoded;
import org.onmaru.media.ffmpeg.OpusDecoder;
import org.onmaru.media.ffmpeg.VideoDecoder;
import org.onmaru.media.frame.Codec;
import org.onmaru.media.frame.FramePool;

class MediaLibraryIT {

    @TempDir
    Path cache;

    @Test
    void everyFrameOfBothLayersDecodesToItsCodeAndColour() throws IOException, InterruptedException {
        AttendeeMedia media =
                new MediaLibrary(cache).load(List.of(Signature.of(7))).getFirst();
        for (List<byte[]> layer : List.of(media.high(), media.low())) {
            try (var decoder = new VideoDecoder(Codec.VP8)) {
                var pool = new FramePool(2);
                for (int code = 0; code < FrameGrid.FRAMES; code++) {
                    Decoded decoded = decoder.decode(layer.get(code), pool);
                    assertThat(decoded).isInstanceOf(Decoded.Picture.class);
                    var frame = ((Decoded.Picture) decoded).frame();
                    Eye.Sight sight = Eye.look(frame, Area.of(frame));
                    assertThat(sight.whose()).contains(Signature.of(7));
                    assertThat(sight.code()).hasValue(code);
                    pool.give(frame);
                }
            }
        }
    }

    @Test
    void layersKeepToTheirBitRate() throws IOException, InterruptedException {
        AttendeeMedia media =
                new MediaLibrary(cache).load(List.of(Signature.of(2))).getFirst();
        assertThat(bitRate(media.high())).isBetween(200_000L, 900_000L);
        assertThat(bitRate(media.low())).isBetween(60_000L, 300_000L);
    }

    @Test
    void theToneIsHeardThroughTheSeamOfTheLoop() throws IOException, InterruptedException {
        AttendeeMedia media =
                new MediaLibrary(cache).load(List.of(Signature.of(12))).getFirst();
        var ear = new Ear();
        int windows = 0;
        try (var decoder = new OpusDecoder()) {
            var stereo = new float[2 * OpusDecoder.LONGEST];
            for (int packet = 0; packet < 2 * AttendeeMedia.PACKETS; packet++) {
                int samples = decoder.decode(media.sound(packet * AttendeeMedia.PACKET_MS), stereo);
                var mono = new float[samples];
                for (int i = 0; i < samples; i++) {
                    mono[i] = stereo[2 * i];
                }
                for (Set<Signature> heard : ear.hear(mono)) {
                    windows++;
                    assertThat(heard).as("window %d", windows).containsExactly(Signature.of(12));
                }
            }
        }
        assertThat(windows).isBetween(39, 40);
    }

    @Test
    void aDamagedFileIsMadeAnew() throws IOException, InterruptedException {
        var library = new MediaLibrary(cache);
        AttendeeMedia first = library.load(List.of(Signature.of(1))).getFirst();
        Path file;
        try (var files = Files.list(cache)) {
            file = files.findFirst().orElseThrow();
        }
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));
        AttendeeMedia again = library.load(List.of(Signature.of(1))).getFirst();
        assertThat(again.high()).hasSameSizeAs(first.high());
        assertThat(Files.size(file)).isEqualTo(whole.length);
    }

    private static long bitRate(List<byte[]> layer) {
        return layer.stream().mapToLong(frame -> frame.length).sum() * 8 / 10;
    }
}
