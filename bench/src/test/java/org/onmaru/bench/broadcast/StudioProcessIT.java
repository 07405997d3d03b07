package org.onmaru.bench.broadcast;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StudioProcessIT {

    private static final String PROGRAMME = "0198-bench-programme";
    private static final String BUSY = "while :; do :; done";

    @Test
    void findsTheStudioOfAProgrammeAndReadsItsTime() throws IOException {
        Process studio =
                new ProcessBuilder("bash", "-c", BUSY, "org.onmaru.media.studio.StudioMain", PROGRAMME).start();
        try {
            Optional<StudioProcess> found = StudioProcess.of(PROGRAMME);
            assertThat(found).isPresent();
            assertThat(found.get().pid()).isEqualTo(studio.pid());
            assertThat(found.get().memoryMb()).isBetween(0.5, 100.0);
            assertThat(StudioProcess.of("another-programme")).isEmpty();
            double cpu = 0;
            long until = System.nanoTime() + 10_000_000_000L;
            while (cpu < 0.2 && System.nanoTime() < until) {
                cpu = found.get().cpu(Set.of()).total();
                Thread.onSpinWait();
            }
            assertThat(cpu).isGreaterThanOrEqualTo(0.2);
            assertThat(found.get().byName()).containsKey("bash");
        } finally {
            studio.destroy();
        }
    }
}
