package org.onmaru.server.city.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onmaru.server.Browser;
import org.onmaru.server.MovableClock;
import org.onmaru.server.ServerTest;
import org.onmaru.server.problem.Problem;
import org.onmaru.server.settings.DataDirectory;
import org.springframework.beans.factory.annotation.Autowired;

/// Guessing is slowed down, and nobody locks out anybody else.
@ServerTest
class ThrottleIT {

    private static final String HALL = "203.0.113.7";
    private static final String HOME = "198.51.100.9";
    private static final String WRONG = "sign-in-wrong";
    private static final String WAIT = "too-many-attempts";
    private static final String SHUT = "name-under-attack";

    @Autowired
    private SignIns signIns;

    @Autowired
    private Throttle throttle;

    @Autowired
    private DataDirectory data;

    @Autowired
    private MovableClock.Hands clock;

    private String right = "";

    @BeforeEach
    void read() {
        right = Browser.demoPassword(data);
    }

    /// What one test counted is nothing to the next.
    @AfterEach
    void forget() {
        clock.advance(Duration.ofDays(31));
        throttle.sweep();
    }

    @Test
    void aTownHallFullOfMistakesLetsInWhoeverIsRight() {
        fill(Throttle.MOST_PER_ADDRESS, HALL);
        assertThat(outcome("mayor", right, HALL)).isEqualTo("in");
        assertThat(outcome("host", "mistyped-once", HALL)).isEqualTo(WRONG);
        assertThat(outcome("host", right, HALL)).as("their own mistake").isEqualTo(WAIT);
        assertThat(outcome("clerk", right, HALL)).as("somebody else").isEqualTo("in");
        clock.advance(Duration.ofSeconds(31));
        assertThat(outcome("host", right, HALL)).isEqualTo("in");
    }

    @Test
    void aPressedAddressAnswersTheSameForNamesThatDoNotExist() {
        fill(Throttle.MOST_PER_ADDRESS, HALL);
        for (var name : new String[] {"staff", "no-such-name"}) {
            assertThat(outcome(name, "guess-number-one", HALL)).as(name).isEqualTo(WRONG);
            assertThat(outcome(name, "guess-number-two", HALL)).as(name).isEqualTo(WAIT);
        }
    }

    @Test
    void successClearsWhatTheAccountFailedThere() {
        for (var round = 0; round < 3; round++) {
            for (var i = 0; i < 4; i++) {
                assertThat(outcome("mayor", "wrong-password", HALL)).isEqualTo(WRONG);
            }
            assertThat(outcome("mayor", right, HALL)).isEqualTo("in");
        }
    }

    @Test
    void failuresElsewhereBlockNobodyHere() {
        for (var i = 0; i < 5; i++) {
            assertThat(outcome("mayor", "wrong-password", HALL)).isEqualTo(WRONG);
        }
        assertThat(outcome("mayor", right, HALL)).isEqualTo(WAIT);
        assertThat(outcome("mayor", right, HOME)).isEqualTo("in");
        assertThat(outcome("mayor", right, HALL))
                .as("success elsewhere changes nothing here")
                .isEqualTo(WAIT);
    }

    @Test
    void everyFailureCountsForOneHourOnly() {
        for (var i = 0; i < 12; i++) {
            assertThat(outcome("mayor", "wrong-password", HALL))
                    .as("after %d quarters", i)
                    .isEqualTo(WRONG);
            clock.advance(Duration.ofMinutes(15));
        }
    }

    @Test
    void theWaitDoublesAndARefusedAttemptDoesNotLengthenIt() {
        for (var i = 0; i < 5; i++) {
            outcome("mayor", "wrong-password", HALL);
        }
        assertThat(outcome("mayor", "wrong-password", HALL)).isEqualTo(WAIT);
        assertThat(outcome("mayor", "wrong-password", HALL)).isEqualTo(WAIT);
        clock.advance(Duration.ofSeconds(30));
        assertThat(outcome("mayor", "wrong-password", HALL)).isEqualTo(WRONG);
        clock.advance(Duration.ofSeconds(59));
        assertThat(outcome("mayor", right, HALL)).isEqualTo(WAIT);
        clock.advance(Duration.ofSeconds(1));
        assertThat(outcome("mayor", right, HALL)).isEqualTo("in");
    }

    @Test
    void parallelGuessesDoNotSlipThrough() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<String> guess = () -> outcome("mayor", "wrong-password", HALL);
            var outcomes = new ArrayList<String>();
            for (Future<String> one : threads.invokeAll(Collections.nCopies(30, guess))) {
                outcomes.add(one.get());
            }
            assertThat(outcomes).filteredOn(WRONG::equals).hasSize(5);
            assertThat(outcomes).filteredOn(WAIT::equals).hasSize(25);
        }
    }

    @Test
    void aNameUnderAttackIsSafeWhereItIsKnownAndShutElsewhereWithoutTelling() {
        assertThat(outcome("mayor", right, HALL)).isEqualTo("in");
        for (var name : new String[] {"mayor", "no-such-name"}) {
            for (var i = 0; i < Throttle.MOST_PER_NAME; i++) {
                throttle.begin(name, "192.0.2." + i);
            }
            assertThat(outcome(name, "wrong-password", HOME)).as(name).isEqualTo(SHUT);
        }
        clock.advance(Duration.ofSeconds(31));
        assertThat(outcome("mayor", right, HOME))
                .as("the right password tells nothing")
                .isEqualTo(SHUT);
        assertThat(outcome("mayor", right, HALL)).isEqualTo("in");
        clock.advance(Duration.ofHours(1));
        assertThat(outcome("mayor", right, HOME)).isEqualTo("in");
    }

    @Test
    void anIpv6NetworkIsOneAddress() {
        assertThat(Throttle.place("2001:db8:1:2:3:4:5:6")).isEqualTo(Throttle.place("2001:db8:1:2::1%eth0"));
        assertThat(Throttle.place("2001:db8:1:2::1")).isNotEqualTo(Throttle.place("2001:db8:1:3::1"));
        assertThat(Throttle.place("203.0.113.7")).isEqualTo("203.0.113.7");
    }

    private void fill(int failures, String address) {
        for (var i = 0; i < failures; i++) {
            throttle.begin("colleague-" + i, address);
        }
    }

    /// `in`, or the code of the refusal.
    private String outcome(String login, String password, String address) {
        var refusal = catchThrowableOfType(
                Problem.class,
                () -> signIns.prove(login, password, address).orElseThrow(() -> Problem.unknownCaller(WRONG, "", "")));
        return refusal == null ? "in" : refusal.code();
    }
}
