package org.onmaru.media.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onmaru.media.sink.SyntheticProgramme;
import org.onmaru.wire.Event;

class StudioOutputsIT {

    private static final long MORE_THAN_ANY_DISK = Long.MAX_VALUE / 2;

    @TempDir
    Path directory;

    private final List<Event> events = new CopyOnWriteArrayList<>();

    @Test
    void withoutRoomTheLiveGoesOnAndTheHostIsToldForAsLongAsItLasts() throws Exception {
        var programme = SyntheticProgramme.encode(130, Set.of());
        var outputs = new StudioOutputs(directory, MORE_THAN_ANY_DISK, events::add, () -> {
            throw new AssertionError("the live output failed");
        });
        outputs.open(programme.format());
        outputs.begin(Instant.now());
        assertThat(outputs.problems()).extracting(Event.Problem::code).containsExactly("disk-full");
        outputs.keep();
        programme.packets().forEach(outputs::accept);
        assertThat(outputs.problems()).extracting(Event.Problem::code).containsExactly("disk-full");
        assertThat(outputs.ready("p").instance()).isNotBlank();
        outputs.close();

        assertThat(outputs.recordedMs()).isZero();
        assertThat(directory.resolve("recording-001.mp4")).doesNotExist();
        try (var live = Files.list(directory.resolve("live"))) {
            assertThat(live.map(path -> path.getFileName().toString())).anyMatch(name -> name.endsWith(".m4s"));
        }
        assertThat(events).isEmpty();
        assertThat(outputs.finished()).isEqualTo(new Event.Ended("", 0, 0));
    }
}
