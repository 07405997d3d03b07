package org.onmaru.wire.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.onmaru.wire.live.LiveRequest.Blocking;

class EditionsTest {

    private final ExecutorService viewers = Executors.newVirtualThreadPerTaskExecutor();
    private final Editions editions = new Editions(Duration.ofMinutes(1), 100, true);

    @AfterEach
    void close() {
        viewers.shutdownNow();
    }

    private static Edition edition(long msn, int part, boolean last) {
        Position next = last ? new Position(msn + 1, 0) : new Position(msn, part + 1);
        return new Edition("up to " + msn + "." + part, new Position(msn, part), next, false);
    }

    private static Answer found(String text, Answer answer) {
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Answer.Found.class,
                        found -> assertThat(found.edition().text()).isEqualTo(text));
        return answer;
    }

    @Test
    void answersWithTheFirstEditionThatHasItForEver() throws Exception {
        for (int part = 0; part < 6; part++) {
            editions.publish(edition(0, part, part == 5));
        }
        editions.publish(edition(1, 0, false));
        for (int again = 0; again < 2; again++) {
            found("up to 0.2", editions.blocking(0, 2));
            found("up to 0.5", editions.blocking(0, Blocking.WHOLE));
            found("up to 1.0", editions.blocking(0, 6));
            found("up to 1.0", editions.blocking(0, 77));
            assertThat(((Answer.Found) editions.blocking(0, 2)).lasting()).isTrue();
            editions.publish(edition(1, 1, false));
        }
        found("up to 1.1", editions.plain());
        assertThat(((Answer.Found) editions.plain()).lasting()).isFalse();
    }

    @Test
    void partPastTheEndWaitsForTheNextSegment() throws Exception {
        editions.publish(edition(0, 5, true));
        Future<Answer> held = viewers.submit(() -> editions.blocking(0, 6));
        Future<Answer> whole = viewers.submit(() -> editions.blocking(0, Blocking.WHOLE));
        found("up to 0.5", whole.get());
        assertThat(held.isDone()).isFalse();
        editions.publish(edition(1, 0, false));
        found("up to 1.0", held.get());
    }

    @Test
    void refusesWhatIsTooFar() throws Exception {
        editions.publish(edition(4, 5, true));
        assertThat(editions.blocking(7, 0)).isEqualTo(new Answer.TooFar());
        assertThat(editions.blocking(1L << 50, Blocking.WHOLE)).isEqualTo(new Answer.TooFar());
        assertThat(editions.blocking(5, 10)).isEqualTo(new Answer.TooFar());
        Future<Answer> legal = viewers.submit(() -> editions.blocking(6, 0));
        for (Position next = new Position(5, 0); next.msn() < 7; next = new Position(next.msn() + 1, 0)) {
            editions.publish(edition(next.msn(), 0, true));
        }
        found("up to 6.0", legal.get());
    }

    @Test
    void forgottenAnswersAreNotCalledLasting() throws Exception {
        Editions few = new Editions(Duration.ofMinutes(1), 3, true);
        for (int part = 0; part < 6; part++) {
            few.publish(edition(0, part, false));
        }
        assertThat(((Answer.Found) found("up to 0.5", few.blocking(0, 1))).lasting())
                .isFalse();
        assertThat(((Answer.Found) found("up to 0.4", few.blocking(0, 4))).lasting())
                .isTrue();
    }

    @Test
    void plainWaitsWhileTheSourceIsLost() throws Exception {
        editions.publish(edition(0, 0, false));
        editions.stale();
        Future<Answer> plain = viewers.submit(editions::plain);
        found("up to 0.0", editions.blocking(0, 0));
        assertThat(plain.isDone()).isFalse();
        editions.publish(edition(0, 1, false));
        found("up to 0.1", plain.get());
    }

    @Test
    void theEndFreesEverybody() throws Exception {
        editions.publish(edition(0, 0, false));
        List<Callable<Answer>> waiting =
                List.of(() -> editions.blocking(0, 1), () -> editions.blocking(2, 0), () -> editions.blocking(1, 0));
        List<Future<Answer>> held = waiting.stream().map(viewers::submit).toList();
        editions.publish(new Edition("end", new Position(0, 0), new Position(1, 0), true));
        for (Future<Answer> answer : held) {
            found("end", answer.get());
        }
        editions.stale();
        found("end", editions.plain());
    }

    @Test
    void holdsNotForEver() throws Exception {
        Editions hasty = new Editions(Duration.ofMillis(20), 10, true);
        assertThat(hasty.plain()).isEqualTo(new Answer.TimedOut());
        assertThat(hasty.blocking(0, 0)).isEqualTo(new Answer.TimedOut());
        hasty.publish(edition(0, 0, false));
        assertThat(hasty.blocking(0, 1)).isEqualTo(new Answer.TimedOut());
        assertThat(hasty.part(new Position(0, 1))).isEqualTo(Editions.Listed.TIMED_OUT);
        assertThat(hasty.part(new Position(0, 2))).isEqualTo(Editions.Listed.NEVER);
        assertThat(hasty.part(new Position(0, 0))).isEqualTo(Editions.Listed.YES);
    }

    @Test
    void hintedPartLeavesAfterThePlaylistThatListsIt() throws Exception {
        editions.publish(edition(0, 0, false));
        Future<Editions.Listed> hinted = viewers.submit(() -> editions.part(new Position(0, 1)));
        assertThat(hinted.isDone()).isFalse();
        editions.publish(edition(0, 1, false));
        assertThat(hinted.get()).isEqualTo(Editions.Listed.YES);
    }
}
