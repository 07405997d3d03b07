package org.onmaru.server.onair.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StretchesTest {

    private static final Instant EIGHT = Instant.parse("2020-12-07T23:00:00Z");

    /// Two minutes, five minutes of nothing, one minute.
    private final Stretches stretches = new Stretches(
            180_000, List.of(new Stretches.Stretch(0, EIGHT), new Stretches.Stretch(120_000, EIGHT.plusSeconds(420))));

    @Test
    void aMomentIsWhereItWasRecorded() {
        assertThat(stretches.offset(EIGHT.plusSeconds(30))).contains(30_000L);
        assertThat(stretches.offset(EIGHT.plusSeconds(450))).contains(150_000L);
    }

    @Test
    void aMomentThatWasNotRecordedIsWhereTheRecordingGoesOn() {
        assertThat(stretches.offset(EIGHT.minusSeconds(60))).contains(0L);
        assertThat(stretches.offset(EIGHT.plusSeconds(200))).contains(120_000L);
        assertThat(stretches.offset(EIGHT.plusSeconds(480))).isEmpty();
        assertThat(new Stretches(1000, List.of()).offset(EIGHT)).isEmpty();
    }

    @Test
    void theyAreReadAsTheStudioWroteThem(@TempDir Path directory) throws IOException {
        assertThat(Stretches.read(directory)).isEmpty();
        Files.writeString(
                directory.resolve("recording.times"),
                "0 " + EIGHT.toEpochMilli() + "\n120000 "
                        + EIGHT.plusSeconds(420).toEpochMilli() + "\n");
        assertThat(Stretches.read(directory)).isEqualTo(stretches.all());
        Files.writeString(directory.resolve("recording.times"), "broken\n");
        assertThat(Stretches.read(directory)).isEmpty();
    }
}
