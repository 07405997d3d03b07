package org.onmaru.server.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.transaction.CannotCreateTransactionException;

/// What people read when the machine under the server fails.
class ProblemAnswersTest {

    static Stream<Arguments> failures() {
        return Stream.of(
                arguments(
                        new DataAccessResourceFailureException("x", new SQLException("could not extend file", "53100")),
                        507,
                        "disk-full"),
                arguments(new UncheckedIOException(new IOException("No space left on device")), 507, "disk-full"),
                arguments(
                        new CannotCreateTransactionException("x", new SQLTransientConnectionException("timed out")),
                        503,
                        "database-gone"),
                arguments(new IllegalStateException(new SQLException("terminating", "57P01")), 503, "database-gone"),
                arguments(new IllegalStateException(new SQLException("gone", "08006")), 503, "database-gone"),
                arguments(new IllegalStateException(new SQLException("unique", "23505")), 500, "internal"),
                arguments(new IllegalStateException("what nobody thought of"), 500, "internal"),
                arguments(circle(), 500, "internal"));
    }

    private static Exception circle() {
        var first = new IllegalStateException("first");
        first.initCause(new IllegalStateException("second", first));
        return first;
    }

    @ParameterizedTest
    @MethodSource("failures")
    void eachFailureHasItsOwnSentence(Exception failure, int status, String code) {
        var answer = new ProblemAnswers().broken(failure, new MockHttpServletRequest("PUT", "/api/v1/x"));
        assertThat(answer.getStatusCode().value()).isEqualTo(status);
        var detail = Objects.requireNonNull(answer.getBody());
        Map<String, Object> more = Objects.requireNonNull(detail.getProperties());
        assertThat(more).containsEntry("code", code);
        assertThat(String.valueOf(detail.getDetail())).matches(".*[가-힣].*");
        assertThat(String.valueOf(more.get("detailEn"))).matches("[ -~]+");
    }
}
