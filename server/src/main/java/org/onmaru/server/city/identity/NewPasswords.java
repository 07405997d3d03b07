package org.onmaru.server.city.identity;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Collectors;
import org.onmaru.server.city.audit.Audit;
import org.onmaru.server.city.audit.Subject;
import org.onmaru.server.problem.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// New passwords that people set themselves: knowing the old one, or by a link.
///
/// The link is the way back for an administrator who forgot the password: the operator of the machine makes one that
/// works once, within an hour. Everybody else is helped by an administrator.
@Component
public class NewPasswords {

    private static final Duration VALID = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final People people;
    private final Throttle throttle;
    private final Audit audit;

    NewPasswords(JdbcClient jdbc, Clock clock, People people, Throttle throttle, Audit audit) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.people = people;
        this.throttle = throttle;
        this.audit = audit;
    }

    /// A new link with its secret, which is shown this once.
    public record Made(String name, String token, Instant expiresAt) {}

    /// Whose link it is.
    record Holder(PersonId person, String name, String loginName, Instant expiresAt) {}

    /// Sets the password of somebody who proved to know the old one, and ends their sessions.
    @Transactional
    void change(PersonId person, String password) {
        people.resetPassword(person, password);
        audit.changed("person.password", subject(person), null, null);
    }

    /// Makes earlier links of the same person worthless.
    ///
    /// @throws Problem when nobody of that name is an administrator who may sign in
    @Transactional
    public Made issue(String loginName) {
        var account =
                people.byLoginName(loginName).filter(NewPasswords::administers).orElseThrow(this::nobody);
        var token = Secret.next();
        var expiresAt = clock.instant().plus(VALID);
        jdbc.sql("""
                INSERT INTO identity_password_link VALUES (?, ?, ?) ON CONFLICT (person_id)
                DO UPDATE SET token_hash = excluded.token_hash, expires_at = excluded.expires_at""")
                .params(account.id().value(), Secret.hash(token), Timestamp.from(expiresAt))
                .update();
        audit.changed("person.password-link", subject(account.id()), null, null);
        return new Made(account.name(), token, expiresAt);
    }

    /// @throws Problem when the link is unknown, used or too old
    Holder holder(String token) {
        return holder(token, "");
    }

    /// Sets the password, ends the person's sessions and forgets what was guessed wrong.
    @Transactional
    PersonId use(String token, String password) {
        var holder = holder(token, " FOR UPDATE");
        change(holder.person, password);
        jdbc.sql("DELETE FROM identity_password_link WHERE person_id = ?")
                .param(holder.person.value())
                .update();
        throttle.forgive(holder.loginName);
        return holder.person;
    }

    private Holder holder(String token, String lock) {
        var row = jdbc.sql("SELECT person_id, expires_at FROM identity_password_link WHERE token_hash = ?" + lock)
                .param(Secret.hash(token))
                .query((found, _) -> new Row(
                        new PersonId(found.getObject("person_id", UUID.class)),
                        found.getTimestamp("expires_at").toInstant()))
                .optional()
                .orElseThrow(() -> Problem.missing(
                        "password-link-missing",
                        "링크가 맞지 않거나 이미 사용했습니다. 받은 링크를 그대로 여십시오.",
                        "There is no such link, or it was used; open the link exactly as you received it."));
        if (!row.expiresAt.isAfter(clock.instant())) {
            throw Problem.gone(
                    "password-link-expired",
                    "링크의 기한이 지났습니다. 서버를 관리하는 사람에게 새 링크를 부탁하십시오.",
                    "The link has expired; please ask the operator of the server for a new one.");
        }
        var account = people.find(row.person).orElseThrow();
        if (account.disabled()) {
            throw Problem.forbidden(
                    "account-disabled",
                    "사용이 중지된 계정입니다. 관리자에게 문의하십시오.",
                    "This account is disabled; please ask an administrator.");
        }
        return new Holder(row.person, account.name(), account.loginName(), row.expiresAt);
    }

    private record Row(PersonId person, Instant expiresAt) {}

    private static boolean administers(Account account) {
        return !account.disabled() && account.cityRoles().contains(Role.ADMINISTRATOR);
    }

    /// Only the operator hears this, who may know everything on the machine.
    private Problem nobody() {
        var names = people.all().stream()
                .filter(NewPasswords::administers)
                .map(Account::loginName)
                .collect(Collectors.joining(", "));
        return Problem.missing(
                "administrator-missing",
                "그런 아이디의 관리자가 없습니다. 관리자: " + names + ". 다른 사람의 비밀번호는 관리자가 화면에서 바꿉니다.",
                "No administrator has this login name. Administrators: " + names
                        + ". Anybody else's password is set by an administrator.");
    }

    private static Subject subject(PersonId person) {
        return Subject.of("person", person.value());
    }
}
