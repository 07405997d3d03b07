package org.onmaru.server.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.onmaru.server.postgres.PostgresFailure;
import org.springframework.boot.web.server.PortInUseException;

class StartFailuresTest {

    record Case(Throwable cause, String ko, String en) {}

    static Case[] cases() {
        return new Case[] {
            new Case(new PortInUseException(8080), "8080번 포트를", "Port 8080"),
            new Case(new SQLException("refused", "08001"), "연결할 수 없습니다", "cannot be reached"),
            new Case(new SQLException("no", "28P01"), "비밀번호를 받아들이지", "refuses"),
            new Case(new SQLException("no", "3D000"), "데이터베이스가 없습니다", "no database"),
            new Case(new IOException("x: No space left on device"), "디스크가 가득", "disk is full"),
            new Case(new PostgresFailure(20, "이미 / already"), "이미", "already"),
        };
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyKnownFailureIsOneSentenceInBothLanguages(Case known) {
        var analysis =
                Objects.requireNonNull(new StartFailures().analyze(new IllegalStateException("outer", known.cause)));
        assertThat(analysis.getDescription()).contains(known.ko, known.en).doesNotContain("\n");
    }

    @Test
    void anythingElseIsLeftToOthers() {
        assertThat(new StartFailures().analyze(new IllegalStateException("who knows")))
                .isNull();
    }
}
