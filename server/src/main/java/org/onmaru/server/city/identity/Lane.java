package org.onmaru.server.city.identity;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.onmaru.server.problem.Problem;

/// A few at a time, in order of arrival; whoever would wait too long is told so instead.
final class Lane {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Semaphore places;

    Lane(int places) {
        this.places = new Semaphore(places, true);
    }

    /// @throws Problem when no place came free in time; the work was not begun
    <T> T pass(Supplier<T> work) {
        try {
            if (!places.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
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
                "sign-in-busy",
                "지금 로그인하려는 사람이 너무 많습니다. 잠시 뒤 다시 시도하십시오.",
                "Too many people are signing in right now. Please try again in a moment.");
    }
}
