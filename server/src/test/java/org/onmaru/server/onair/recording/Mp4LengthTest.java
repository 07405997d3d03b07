package org.onmaru.server.onair.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onmaru.server.onair.support.TinyMp4;

class Mp4LengthTest {

    @TempDir
    Path directory;

    @Test
    void readsTheMovieHeader() throws IOException {
        Path file = directory.resolve("recording.mp4");
        TinyMp4.write(file, 61_234);

        assertThat(Mp4Length.millis(file)).isEqualTo(61_234);
    }

    @Test
    void aTornFileIsRefused() throws IOException {
        Path file = directory.resolve("recording.mp4");
        TinyMp4.write(file, 61_234);
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < 130; length++) {
            Files.write(file, Arrays.copyOf(whole, length));

            assertThatThrownBy(() -> Mp4Length.millis(file)).isInstanceOf(IOException.class);
        }
    }
}
