package org.onmaru.server.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisedProcessIT {

    @TempDir
    Path directory;

    private final LinkedBlockingQueue<String> seen = new LinkedBlockingQueue<>();

    private final SupervisedProcess.Observer observer = new SupervisedProcess.Observer() {
        @Override
        public void started(long pid) {
            seen.add("started " + pid);
        }

        @Override
        public void exited(int code, boolean again) {
            seen.add("exited " + code + " " + again);
        }

        @Override
        public void failed(Exception why) {
            seen.add("failed");
        }

        @Override
        public void ended() {
            seen.add("ended");
        }
    };

    @Test
    void theChildLeadsItsOwnSessionAndDiesWithUs() throws Exception {
        try (SupervisedProcess process = new SupervisedProcess("sleeper", () -> recipe("sleep", "600"), observer)) {
            process.start();
            next("started");
            long pid = process.pid();

            // the recipe's program has taken over from setsid and setpriv once its name is there
            while (!Files.readString(Path.of("/proc/" + pid + "/comm")).strip().equals("sleep")) {
                Thread.onSpinWait();
            }
            List<String> stat =
                    List.of(Files.readString(Path.of("/proc/" + pid + "/stat")).split(" ", -1));
            assertThat(stat.get(4)).as("process group").isEqualTo(Long.toString(pid));
            assertThat(stat.get(5)).as("session").isEqualTo(Long.toString(pid));
            boolean mayComeFirst = System.getProperty("user.name").equals("root");
            assertThat(stat.get(18)).as("nice of an urgent child").isEqualTo(mayComeFirst ? "-10" : "0");
        }
        assertThat(next("exited")).endsWith("false");
    }

    @Test
    void aKilledChildComesBackAndAnEndedOneDoesNot() throws Exception {
        try (SupervisedProcess process = new SupervisedProcess("sleeper", () -> recipe("sleep", "600"), observer)) {
            process.start();
            String first = next("started");
            process.killChild();
            assertThat(next("exited")).isEqualTo("exited 137 true");
            assertThat(next("started")).isNotEqualTo(first);

            process.letEnd();
            process.killChild();
            assertThat(next("exited")).isEqualTo("exited 137 false");
            assertThat(next("ended")).isEqualTo("ended");
            assertThat(process.awaitEnd(Duration.ofSeconds(5))).isTrue();
        }
    }

    @Test
    void theEndIsToldToOneThatIsStoppedBetweenTwoLives() throws Exception {
        try (SupervisedProcess process = new SupervisedProcess("gone", () -> recipe("false"), observer)) {
            process.start();
            next("started");
            assertThat(next("exited")).isEqualTo("exited 1 true");
            process.stop(Duration.ofSeconds(1));
            String last = next("");
            while (!last.equals("ended")) {
                last = next("");
            }
            assertThat(process.alive()).isFalse();
        }
    }

    private String next(String kind) throws InterruptedException {
        String line = seen.poll(10, TimeUnit.SECONDS);
        assertThat(line).isNotNull().startsWith(kind);
        return line;
    }

    private ProcessRecipe recipe(String... command) {
        return new ProcessRecipe("sleeper", List.of(command), Map.of(), directory, true);
    }
}
