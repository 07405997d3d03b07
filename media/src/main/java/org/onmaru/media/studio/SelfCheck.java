package org.onmaru.media.studio;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import org.onmaru.media.compose.Mixer;
import org.onmaru.media.compose.StageComposer;
import org.onmaru.media.compose.Typeface;
import org.onmaru.media.encode.ProgrammeEncoder;
import org.onmaru.media.encode.ProgrammeFormat;
import org.onmaru.media.ffmpeg.H264Encoder;
import org.onmaru.wire.Slate;

/// Makes two seconds of slate through every part a programme needs: font, composer, encoder, LL-HLS, recording. What
/// does not work says so here rather than at half past eight.
final class SelfCheck {

    private static final int FRAMES = 60;

    private SelfCheck() {}

    /// Returns the encoder's name.
    ///
    /// @throws IOException when the temporary directory cannot be used
    static String run() throws IOException {
        var directory = Files.createTempDirectory("onmaru-check");
        var format = ProgrammeFormat.STANDARD;
        var mixer = new Mixer();
        var outputs = new StudioOutputs(directory, 0, event -> {}, () -> {});
        try (var composer = new StageComposer("온마루", Typeface.find(System.getenv("ONMARU_FONT")));
                var encoder = new ProgrammeEncoder(format, 0, outputs::accept)) {
            outputs.open(encoder.format());
            outputs.begin(Instant.EPOCH);
            outputs.keep();
            for (int frame = 0; frame < FRAMES; frame++) {
                encoder.sound(mixer.silence(format.samplesPerFrame()));
                encoder.picture(composer.composeSlate(new Slate("온마루", "점검 중입니다")), frame, frame == 0);
            }
        } finally {
            outputs.close();
            remove(directory);
        }
        return H264Encoder.name();
    }

    private static void remove(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
