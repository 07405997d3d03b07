package org.onmaru.server.city.identity;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.onmaru.server.problem.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Slows down guessing, per account and per address, for all servers together.
///
/// An attempt is counted before the password is looked at, so parallel guesses cannot slip through; success takes
/// the count back.
@Component
class Throttle {

    private static final int FREE_PER_ACCOUNT = 5;
    private static final int FREE_PER_ADDRESS = 30;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

    /// After so long without an attempt the count starts anew.
    private static final Duration FORGET = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    Throttle(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// Counts one attempt, or throws with the time to wait.
    @Transactional(propagation = Propagation.REQUIRES_NEW, noRollbackFor = Problem.class)
    void attempt(String loginName, String address) {
        count(account(loginName), FREE_PER_ACCOUNT);
        count("address:" + address, FREE_PER_ADDRESS);
    }

    /// The password was right: this account starts anew, and the address gets its attempt back.
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void succeeded(String loginName, String address) {
        jdbc.sql("DELETE FROM identity_throttle WHERE subject = ?")
                .param(account(loginName))
                .update();
        jdbc.sql("UPDATE identity_throttle SET failures = failures - 1 WHERE subject = ? AND failures > 0")
                .param("address:" + address)
                .update();
    }

    /// Forgets what is over.
    void sweep() {
        jdbc.sql("DELETE FROM identity_throttle WHERE last_at < ? AND blocked_until < ?")
                .params(Timestamp.from(clock.instant().minus(FORGET)), Timestamp.from(clock.instant()))
                .update();
    }

    private void count(String subject, int free) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS); // the database rounds up what is finer
        jdbc.sql("INSERT INTO identity_throttle VALUES (?, 0, ?, ?) ON CONFLICT DO NOTHING")
                .params(subject, Timestamp.from(now), Timestamp.from(now))
                .update();
        var slot = jdbc.sql(
                        "SELECT failures, last_at, blocked_until FROM identity_throttle WHERE subject = ? FOR UPDATE")
                .param(subject)
                .query((row, _) -> new Slot(
                        row.getInt(1),
                        row.getTimestamp(2).toInstant(),
                        row.getTimestamp(3).toInstant()))
                .single();
        if (slot.blockedUntil.isAfter(now)) {
            throw tooOften(Duration.between(now, slot.blockedUntil));
        }
        var failures = slot.lastAt.isBefore(now.minus(FORGET)) ? 1 : slot.failures + 1;
        jdbc.sql("UPDATE identity_throttle SET failures = ?, last_at = ?, blocked_until = ? WHERE subject = ?")
                .params(failures, Timestamp.from(now), Timestamp.from(now.plus(wait(failures - free))), subject)
                .update();
    }

    /// None while attempts are free, then 30 s, doubling up to 15 min.
    static Duration wait(int over) {
        if (over < 0) {
            return Duration.ZERO;
        }
        var doubled = FIRST_WAIT.multipliedBy(1L << Math.min(over, 10));
        return doubled.compareTo(LONGEST_WAIT) < 0 ? doubled : LONGEST_WAIT;
    }

    private static Problem tooOften(Duration left) {
        var seconds = left.toSeconds() + 1;
        var ko = seconds < 60 ? seconds + "초" : (seconds + 59) / 60 + "분";
        var en = seconds < 60 ? seconds + " seconds" : (seconds + 59) / 60 + " minutes";
        return Problem.tooOften(
                "too-many-attempts",
                "로그인을 여러 번 틀렸습니다. " + ko + " 뒤에 다시 시도하십시오.",
                "Too many failed sign-ins. Please try again in " + en + ".");
    }

    private static String account(String loginName) {
        var name = loginName.strip().toLowerCase(Locale.ROOT);
        return "account:" + name.substring(0, Math.min(64, name.length()));
    }

    private record Slot(int failures, Instant lastAt, Instant blockedUntil) {}
}
