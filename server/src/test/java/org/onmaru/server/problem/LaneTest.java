package org.onmaru.server.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class LaneTest {

    private final Lane lane =
            new Lane(1, Duration.ofMillis(20), () -> Problem.tooOften("busy", "붐빕니다.", "It is busy."));

    @Test
    void whoeverWouldWaitTooLongIsToldAndTheWorkIsNotBegun() throws Exception {
        var inside = new CountDownLatch(1);
        var leave = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> lane.pass(() -> {
                inside.countDown();
                await(leave);
                return "done";
            }));
            inside.await();
            assertThatExceptionOfType(Problem.class)
                    .isThrownBy(() -> lane.pass(() -> {
                        throw new AssertionError("begun");
                    }))
                    .satisfies(problem -> assertThat(problem.code()).isEqualTo("busy"));
            leave.countDown();
            assertThat(first.get()).isEqualTo("done");
            assertThat(lane.pass(() -> "free again")).isEqualTo("free again");
        }
    }

    @Test
    void workThatFailsLeavesItsPlace() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> lane.pass(() -> {
                    throw new IllegalStateException("failed");
                }));
        assertThat(lane.pass(() -> "next")).isEqualTo("next");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
