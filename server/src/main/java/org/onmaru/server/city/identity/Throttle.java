package org.onmaru.server.city.identity;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import org.onmaru.server.problem.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Slows down guessing, for all servers together, without letting anybody lock out anybody else.
///
/// Only failures count, each for an hour. An attempt is written down as a failure before the password is looked at, so
/// parallel guesses cannot slip through; success takes it back. Three counts follow from that:
/// - one name at one address: after five there is a wait, 30 seconds, doubling up to 15 minutes. Success clears them.
/// - one address, e.g. a town hall behind one router: after 300 a name has one free failure there instead of five, and
///   [SignIns] looks at the address's attempts one at a time. A name without failures of its own is always looked at.
/// - one name at all addresses: after 100 somebody guesses at it from many machines, and only addresses that it signed
///   in from within the last month are let in.
///
/// Nothing here asks whether there is such an account, so no answer tells.
@Component
class Throttle {

    private static final int FREE = 5;
    private static final int FREE_WHEN_PRESSED = 1;
    static final int MOST_PER_ADDRESS = 300;
    static final int MOST_PER_NAME = 100;
    private static final Duration WINDOW = Duration.ofHours(1);
    private static final Duration KNOWN_FOR = Duration.ofDays(30);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

    private final JdbcClient jdbc;
    private final Clock clock;

    Throttle(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// One attempt that may go on.
    ///
    /// @param pressed its address failed so much that its attempts are looked at one at a time
    /// @param shut the name is under attack and this address is unknown to it: not even the right password helps
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Attempt(long id, byte[] login, String address, boolean pressed, boolean shut) {}

    /// Counts one attempt as a failure, or throws with the time to wait.
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    Attempt begin(String loginName, String from) {
        var now = now();
        var login = hash(loginName);
        var address = place(from);
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param(HexFormat.of().formatHex(login) + " " + address)
                .query(row -> {});
        var pressed = reaches(MOST_PER_ADDRESS, "address = ?", address, now);
        var attacked = reaches(MOST_PER_NAME, "login_hash = ?", login, now);
        var here = here(login, address, now);
        var over = here.failures - (pressed || attacked ? FREE_WHEN_PRESSED : FREE);
        var until = here.last.plus(wait(over));
        if (until.isAfter(now)) {
            throw tooOften(Duration.between(now, until));
        }
        var id = jdbc.sql(
                        "INSERT INTO identity_sign_in_failure (login_hash, address, at) VALUES (?, ?, ?) RETURNING id")
                .params(login, address, Timestamp.from(now))
                .query(Long.class)
                .single();
        return new Attempt(id, login, address, pressed, attacked && !known(login, address, now));
    }

    /// The password was right: the name starts anew at this address, which is known from now on.
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void succeeded(Attempt attempt) {
        jdbc.sql("DELETE FROM identity_sign_in_failure WHERE login_hash = ? AND address = ?")
                .params(attempt.login, attempt.address)
                .update();
        jdbc.sql("""
                INSERT INTO identity_known_address VALUES (?, ?, ?)
                ON CONFLICT (login_hash, address) DO UPDATE SET last_at = excluded.last_at""")
                .params(attempt.login, attempt.address, Timestamp.from(now()))
                .update();
    }

    /// The password was not looked at, so nothing was guessed.
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void withdraw(Attempt attempt) {
        jdbc.sql("DELETE FROM identity_sign_in_failure WHERE id = ?")
                .param(attempt.id)
                .update();
    }

    /// Somebody proved in another way who they are: the name starts anew everywhere.
    @Transactional
    void forgive(String loginName) {
        jdbc.sql("DELETE FROM identity_sign_in_failure WHERE login_hash = ?")
                .param(hash(loginName))
                .update();
    }

    /// Forgets what no longer counts.
    void sweep() {
        jdbc.sql("DELETE FROM identity_sign_in_failure WHERE at <= ?")
                .param(Timestamp.from(now().minus(WINDOW)))
                .update();
        jdbc.sql("DELETE FROM identity_known_address WHERE last_at <= ?")
                .param(Timestamp.from(now().minus(KNOWN_FOR)))
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

    /// Whoever has an IPv6 address has 2^64 of them, so the network counts.
    static String place(String address) {
        try {
            var literal = InetAddress.ofLiteral(address.replaceFirst("%.*", ""));
            return literal instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(literal.getAddress(), 8)) + "/64"
                    : literal.getHostAddress();
        } catch (IllegalArgumentException e) {
            return address.substring(0, Math.min(64, address.length())); // what a proxy calls somebody
        }
    }

    static Problem elsewhereOnly() {
        return Problem.tooOften(
                "name-under-attack",
                "이 아이디로 틀린 로그인이 너무 많아, 지금은 평소 로그인하던 곳에서만 들어올 수 있습니다. 한 시간 뒤에 다시 시도하십시오.",
                "There were too many failed sign-ins with this name; for now it can sign in only from where it usually"
                        + " does. Please try again in an hour.");
    }

    private record Here(int failures, Instant last) {}

    private Here here(byte[] login, String address, Instant now) {
        return jdbc.sql("SELECT count(*), coalesce(max(at), to_timestamp(0)) FROM identity_sign_in_failure"
                        + " WHERE login_hash = ? AND address = ? AND at > ?")
                .params(login, address, Timestamp.from(now.minus(WINDOW)))
                .query((row, _) -> new Here(row.getInt(1), row.getTimestamp(2).toInstant()))
                .single();
    }

    /// Whether there are so many; never reads more rows than that.
    private boolean reaches(int most, String where, Object who, Instant now) {
        return jdbc.sql("SELECT count(*) >= ? FROM (SELECT FROM identity_sign_in_failure WHERE " + where
                        + " AND at > ? LIMIT ?) AS newest")
                .params(most, who, Timestamp.from(now.minus(WINDOW)), most)
                .query(Boolean.class)
                .single();
    }

    private boolean known(byte[] login, String address, Instant now) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM identity_known_address WHERE login_hash = ? AND address = ?"
                        + " AND last_at > ?)")
                .params(login, address, Timestamp.from(now.minus(KNOWN_FOR)))
                .query(Boolean.class)
                .single();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS); // the database rounds up what is finer
    }

    private static byte[] hash(String loginName) {
        return Secret.hash(loginName.strip().toLowerCase(Locale.ROOT));
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
}
