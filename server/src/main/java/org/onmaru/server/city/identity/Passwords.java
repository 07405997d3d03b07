package org.onmaru.server.city.identity;

import java.util.Locale;
import org.onmaru.server.problem.Lane;
import org.onmaru.server.problem.Problem;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/// Argon2id with 19 MiB and two passes (OWASP's first choice); a few at a time, so that sign-ins cannot eat the
/// memory.
@Component
class Passwords {

    private static final int SHORTEST = 10;
    private static final int LONGEST = 128;

    private final Argon2PasswordEncoder argon2 = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);
    private final Lane room = SignIns.lane(Runtime.getRuntime().availableProcessors() * 2);

    /// Compared against when the account does not exist, so that the answer takes as long.
    private final String nobody = argon2.encode(Secret.next());

    String hash(String password) {
        return room.pass(() -> argon2.encode(password));
    }

    boolean matches(String password, String hash) {
        return room.pass(() -> argon2.matches(password, hash));
    }

    /// Does the work of [#matches] for an account that does not exist.
    void matchNobody(String password) {
        matches(password, nobody);
    }

    /// Refuses passwords that are too easy.
    static void requireStrong(String password, String loginName) {
        if (password.length() < SHORTEST || password.length() > LONGEST) {
            throw Problem.bad(
                    "password-length",
                    "비밀번호는 " + SHORTEST + "자 이상 " + LONGEST + "자 이하여야 합니다.",
                    "A password has " + SHORTEST + " to " + LONGEST + " characters.");
        }
        var lower = password.toLowerCase(Locale.ROOT);
        if (lower.contains(loginName.toLowerCase(Locale.ROOT))
                || lower.chars().distinct().count() < 5) {
            throw Problem.bad(
                    "password-weak",
                    "아이디가 들어 있거나 같은 문자가 되풀이되는 비밀번호는 쓸 수 없습니다.",
                    "A password must not contain the login name or repeat a few characters.");
        }
    }
}
