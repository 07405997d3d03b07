package org.onmaru.server.city.identity;

import java.time.Duration;
import java.util.Optional;
import org.onmaru.server.city.audit.Audit;
import org.onmaru.server.city.audit.Subject;
import org.onmaru.server.problem.Lane;
import org.onmaru.server.problem.Problem;
import org.springframework.stereotype.Component;

/// Proves who somebody is by login name and password, as often as [Throttle] lets them try.
///
/// A flood of attempts must not fill the database's connections nor the memory: both are entered by a [Lane], and an
/// address that fails too much has one place at the second for itself and all its like.
@Component
class SignIns {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Throttle throttle;
    private final People people;
    private final Audit audit;
    private final Lane counting = lane(4);
    private final Lane pressed = lane(1);

    SignIns(Throttle throttle, People people, Audit audit) {
        this.throttle = throttle;
        this.people = people;
        this.audit = audit;
    }

    /// A way in for sign-ins, so many at a time.
    static Lane lane(int places) {
        return new Lane(
                places,
                PATIENCE,
                () -> Problem.tooOften(
                        "sign-in-busy",
                        "지금 로그인하려는 사람이 너무 많습니다. 잠시 뒤 다시 시도하십시오.",
                        "Too many people are signing in right now. Please try again in a moment."));
    }

    /// The account when the password is right, even a disabled one.
    ///
    /// @param address where the caller is
    /// @throws Problem when they have to wait, whatever the password
    Optional<Account> prove(String loginName, String password, String address) {
        var attempt = counting.pass(() -> throttle.begin(loginName, address));
        var account = check(attempt, loginName, password);
        if (attempt.shut()) {
            refused(loginName, attempt);
            throw Throttle.elsewhereOnly();
        }
        if (account.isPresent()) {
            throttle.succeeded(attempt);
        }
        if (account.filter(one -> !one.disabled()).isEmpty()) {
            refused(loginName, attempt);
        }
        return account;
    }

    /// Of a name that nobody has only the address is kept: it may be a password, typed in the wrong place.
    private void refused(String loginName, Throttle.Attempt attempt) {
        audit.refused(
                "SIGN_IN " + attempt.address(),
                people.byLoginName(loginName)
                        .map(account -> Subject.of("person", account.id().value()))
                        .orElseGet(() -> new Subject("address", attempt.address())));
    }

    private Optional<Account> check(Throttle.Attempt attempt, String loginName, String password) {
        try {
            return attempt.pressed()
                    ? pressed.pass(() -> people.authenticate(loginName, password))
                    : people.authenticate(loginName, password);
        } catch (Problem busy) {
            throttle.withdraw(attempt);
            throw busy;
        }
    }
}
