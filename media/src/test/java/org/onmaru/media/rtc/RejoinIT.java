package org.onmaru.media.rtc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.onmaru.media.rtc.transport.Network;

/// Studio and attendees that come and go leave nothing behind. `-Donmaru.rejoins=1000` makes a soak of it.
class RejoinIT {

    private static final Duration SOON = Duration.ofSeconds(15);
    /// Class loading, compiled code and the allocator's arenas grow until about here.
    private static final int WARM_UP = 60;
    /// Fewer after the warm-up would not tell a leak from noise.
    private static final int REJOINS = Math.max(WARM_UP + 100, Integer.getInteger("onmaru.rejoins", 0));

    private static final int MEASURE_EVERY = 10;
    /// Of resident memory for each rejoin. What was once seen here, 400 KB, is well above; noise is well below.
    private static final double MOST_KB_PER_REJOIN = 150;

    /// What the process holds.
    private record Held(long heapBytes, int threads, long files, long residentKb) {

        static Held now() throws IOException {
            for (int i = 0; i < 3; i++) {
                System.gc();
            }
            try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
                long resident = Files.readAllLines(Path.of("/proc/self/status")).stream()
                        .filter(line -> line.startsWith("VmRSS"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .sum();
                return new Held(
                        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(),
                        ManagementFactory.getThreadMXBean().getThreadCount(),
                        open.count(),
                        resident);
            }
        }
    }

    @Test
    void comingAndGoingLeavesNothingBehind() throws Exception {
        try (SfuProcess sfu = SfuProcess.start();
                Attendee steady = Attendee.connect(sfu.url(), sfu.token("soak", "p-1", "김하나", Map.of()))) {
            steady.publishCamera(List.of(new Attendee.Layer("h", 320, 180, 300_000)));
            steady.publishMicrophone();
            try (PacedFrames frames = new PacedFrames(steady, 1, PacedFrames.KEY_EVERY / 2)) {
                assertThat(frames.captured(-1)).isZero();
                for (int i = 0; i < WARM_UP; i++) {
                    rejoin(sfu);
                }
                List<Held> held = new ArrayList<>(List.of(measured(WARM_UP)));
                for (int i = WARM_UP + 1; i <= REJOINS; i++) {
                    rejoin(sfu);
                    if ((i - WARM_UP) % MEASURE_EVERY == 0) {
                        held.add(measured(i));
                    }
                }
                Held before = held.getFirst();
                Held after = held.getLast();
                double slope = slope(held) / MEASURE_EVERY;
                System.out.printf(
                        "resident memory: %+.1f KB a rejoin by the median of slopes, %+.1f KB from first to last%n",
                        slope,
                        (double) (after.residentKb() - before.residentKb()) / (MEASURE_EVERY * (held.size() - 1)));
                assertThat(slope).as("resident KB a rejoin").isLessThan(MOST_KB_PER_REJOIN);
                assertThat(after.heapBytes() - before.heapBytes())
                        .as("live heap")
                        .isLessThan(4 << 20);
                assertThat(after.threads() - before.threads()).as("threads").isLessThanOrEqualTo(3);
                assertThat(after.files() - before.files()).as("open files").isLessThanOrEqualTo(6);
                assertThat(Network.shared().surprises()).as("defects met").isZero();
            }
        }
    }

    private static Held measured(int rejoins) throws IOException {
        Held now = Held.now();
        System.out.printf("after %d rejoins: %s%n", rejoins, now);
        return now;
    }

    /// Growth of resident memory from one measurement to the next, KB: the median of the slopes between every two
    /// (Theil and Sen), so that a heap that grows or shrinks once does not decide.
    private static double slope(List<Held> held) {
        double[] slopes = IntStream.range(0, held.size())
                .boxed()
                .flatMapToDouble(from -> IntStream.range(from + 1, held.size())
                        .mapToDouble(to -> (double) (held.get(to).residentKb()
                                        - held.get(from).residentKb())
                                / (to - from)))
                .sorted()
                .toArray();
        return slopes[slopes.length / 2];
    }

    private static void rejoin(SfuProcess sfu) throws Exception {
        RecordingListener heard = new RecordingListener();
        try (RoomConnection studio = RoomConnection.connect(sfu.url(), sfu.studioToken("soak"), heard)) {
            String camera = track(heard, RoomParticipant.Source.CAMERA);
            String microphone = track(heard, RoomParticipant.Source.MICROPHONE);
            studio.subscribe(camera, true);
            studio.subscribe(microphone, true);
            try (Attendee passing = Attendee.connect(sfu.url(), sfu.token("soak", "p-2", "이둘", Map.of()))) {
                passing.publishMicrophone();
            }
            assertThat(heard.await(
                            SOON,
                            () -> !heard.units(camera).isEmpty()
                                    && !heard.units(microphone).isEmpty()))
                    .as("picture and sound; %s", studio.counters())
                    .isTrue();
        }
        assertThat(heard.await(SOON, () -> heard.closed() != null)).isTrue();
    }

    private static String track(RecordingListener heard, RoomParticipant.Source source) throws InterruptedException {
        assertThat(heard.await(SOON, () -> heard.track("p-1", source) != null)).isTrue();
        return Objects.requireNonNull(heard.track("p-1", source)).id();
    }
}
