package org.onmaru.server.city.identity;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.onmaru.server.problem.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The first administrator: made once, by whoever holds the link the server printed on an empty database.
@Component
public class Setup {

    private static final Duration VALID = Duration.ofHours(24);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final People people;

    Setup(JdbcClient jdbc, Clock clock, People people) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.people = people;
    }

    public boolean needed() {
        return people.none();
    }

    /// A new token, valid for a day.
    public String issue() {
        var token = Secret.next();
        jdbc.sql("INSERT INTO identity_setup_token VALUES (?, ?)")
                .params(Secret.hash(token), Timestamp.from(clock.instant().plus(VALID)))
                .update();
        return token;
    }

    @Transactional
    PersonId claim(String token, String loginName, String name, String password) {
        // one at a time, on all servers: two holders of links cannot both become the first
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtext('identity_setup'))").query(row -> {});
        if (!needed()) {
            throw Problem.gone(
                    "setup-done",
                    "첫 관리자가 이미 만들어져 이 링크는 더 쓸 수 없습니다. 로그인하십시오.",
                    "The first administrator already exists; this link is used up. Please sign in.");
        }
        var expiry = jdbc.sql("SELECT expires_at FROM identity_setup_token WHERE token_hash = ?")
                .param(Secret.hash(token))
                .query(Timestamp.class)
                .optional()
                .orElseThrow(() -> Problem.forbidden(
                        "setup-token-wrong",
                        "설정 링크가 맞지 않습니다. 서버를 시작할 때 출력된 링크를 그대로 여십시오.",
                        "This is not the set-up link; open the one the server printed at start."));
        if (!expiry.toInstant().isAfter(clock.instant())) {
            throw Problem.gone(
                    "setup-token-expired",
                    "설정 링크의 기한이 지났습니다. 서버를 다시 시작하면 새 링크가 출력됩니다.",
                    "The set-up link has expired; restart the server to get a new one.");
        }
        jdbc.sql("DELETE FROM identity_setup_token").update();
        return people.create(loginName, password, new People.Profile(name, null, Set.of(Role.ADMINISTRATOR)), false);
    }
}
