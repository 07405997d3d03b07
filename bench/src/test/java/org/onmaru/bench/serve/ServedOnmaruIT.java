package org.onmaru.bench.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServedOnmaruIT {

    @TempDir
    Path work;

    @Test
    void isThereOnceItSaysSoAndGoneWhenClosed() throws IOException, InterruptedException {
        Path log = work.resolve("log");
        Path stopped = work.resolve("stopped");
        String script =
                "trap 'echo bye > %s; exit 0' TERM; echo \"$@\"; echo ONMARU_READY x; while :; do sleep 0.05; done"
                        .formatted(stopped);
        try (var served = ServedOnmaru.start(List.of("bash", "-c", script, "server"), work.resolve("data"), log)) {
            assertThat(Files.readString(log))
                    .contains("--port " + served.port())
                    .contains("--data " + work.resolve("data"));
        }
        assertThat(stopped).hasContent("bye");
    }

    @Test
    void sayingNothingAndEndingIsNotAStart() {
        List<String> command = List.of("bash", "-c", "echo the port is taken; exit 1");
        assertThatThrownBy(() -> ServedOnmaru.start(command, work.resolve("data"), work.resolve("log")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("did not start");
        assertThat(work.resolve("log")).content().contains("the port is taken");
    }
}
