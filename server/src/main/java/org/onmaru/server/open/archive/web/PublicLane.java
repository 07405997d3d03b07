package org.onmaru.server.open.archive.web;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.onmaru.server.problem.Problem;
import org.springframework.stereotype.Component;

/// A crowd that searches does not slow down a meeting: citizens' searches go through a few at a time, and whoever would
/// wait too long is told so.
@Component
class PublicLane {

    private static final int WIDE = 4;
    private static final int PATIENCE_SECONDS = 2;

    private final Semaphore places = new Semaphore(WIDE, true);

    <T> T pass(Supplier<T> work) {
        try {
            if (!places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }

    private static Problem busy() {
        return Problem.tooOften(
                "archive-busy",
                "지금 검색하는 사람이 너무 많습니다. 잠시 뒤 다시 시도해 주세요.",
                "Too many people are searching right now. Please try again in a moment.");
    }
}
