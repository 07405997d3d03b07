package org.onmaru.server.startup;

import java.io.IOException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.postgres.PostgresFailure;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/// Says in one sentence why the server cannot start, instead of a page of stack trace.
@Order(Ordered.HIGHEST_PRECEDENCE)
final class StartFailures implements FailureAnalyzer {

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            var sentence = sentence(cause);
            if (sentence != null) {
                return new FailureAnalysis(sentence, null, failure);
            }
        }
        return null;
    }

    private static @Nullable String sentence(Throwable cause) {
        return switch (cause) {
            case PostgresFailure own -> own.getMessage();
            case StartRefused own -> own.getMessage();
            case PortInUseException busy ->
                busy.getPort() + "번 포트를 다른 프로그램이 쓰고 있습니다. --server.port로 다른 포트를 고르십시오." + " / Port " + busy.getPort()
                        + " is taken by another program; choose one with --server.port.";
            case SQLException database -> database(database);
            case IOException io
            when String.valueOf(io.getMessage()).contains("No space left on device") ->
                "디스크가 가득 찼습니다. 자리를 비우고 다시 시작하십시오. / The disk is full; free some space and start again.";
            case RuntimeException other
            when isWrongUrl(String.valueOf(other.getMessage())) ->
                "spring.datasource.url이 PostgreSQL 주소가 아닙니다 (jdbc:postgresql://호스트:포트/이름)."
                        + " / spring.datasource.url is not a PostgreSQL address.";
            default -> null;
        };
    }

    private static @Nullable String database(SQLException failure) {
        var state = String.valueOf(failure.getSQLState());
        if (state.startsWith("08")) {
            return "데이터베이스에 연결할 수 없습니다. spring.datasource.url과 그 서버를 확인하십시오."
                    + " / The database cannot be reached; check spring.datasource.url and that server. ("
                    + failure.getMessage() + ")";
        }
        if (state.startsWith("28")) {
            return "데이터베이스가 이 사용자나 비밀번호를 받아들이지 않습니다 (spring.datasource.username, password)."
                    + " / The database refuses this user or password.";
        }
        if (state.startsWith("3D")) {
            return "그 이름의 데이터베이스가 없습니다. spring.datasource.url을 확인하십시오."
                    + " / There is no database of that name; check spring.datasource.url.";
        }
        if (state.equals("53100")) {
            return "데이터베이스의 디스크가 가득 찼습니다. / The database's disk is full.";
        }
        return null;
    }

    private static boolean isWrongUrl(String message) {
        return message.contains("claims to not accept jdbcUrl")
                || message.contains("must start with \"jdbc\"")
                || message.startsWith("Failed to determine a suitable driver class")
                || message.startsWith("Cannot load driver class")
                || message.startsWith("Failed to load driver class")
                || message.startsWith("Failed to get driver instance for jdbcUrl");
    }
}
