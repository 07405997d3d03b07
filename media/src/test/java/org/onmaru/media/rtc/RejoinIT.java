package org.onmaru.media.rtc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.onmaru.media.rtc.transport.Network;

/// Studio and attendees that come and go leave nothing behind. `-Donmaru.rejoins=1000` makes a soak of it.
class RejoinIT {

    private static final Duration SOON = Duration.ofSeconds(15);
    private static final int REJOINS = Integer.getInteger("onmaru.rejoins", 60);
    private static final int WARM_UP = Math.min(200, REJOINS / 2);
    private static final int REPORT_EVERY = Math.max(20, REJOINS / 10);

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
                Held before = Held.now();
                System.out.printf("after %d rejoins: %s%n", WARM_UP, before);
                for (int i = WARM_UP + 1; i <= REJOINS; i++) {
                    rejoin(sfu);
                    if (i % REPORT_EVERY == 0) {
                        System.out.printf("after %d rejoins: %s%n", i, Held.now());
                    }
                }
                Held after = Held.now();
                assertThat(after.heapBytes() - before.heapBytes())
                        .as("live heap")
                        .isLessThan(4 << 20);
                assertThat(after.threads() - before.threads()).as("threads").isLessThanOrEqualTo(3);
                assertThat(after.files() - before.files()).as("open files").isLessThanOrEqualTo(6);
                assertThat(Network.shared().surprises()).as("defects met").isZero();
            }
        }
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
