package org.onmaru.server.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/// Every refusal as RFC 9457 `application/problem+json` with `code`, Korean `detail` and `detailEn`.
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class ProblemAnswers extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemAnswers.class);

    private static final Map<Integer, Sentence> BY_STATUS = Map.of(
            400, new Sentence("bad-request", "요청을 이해하지 못했습니다.", "The request could not be understood."),
            404, new Sentence("not-found", "찾는 것이 없습니다.", "There is nothing here."),
            405, new Sentence("method-not-allowed", "이 주소에서는 할 수 없는 일입니다.", "This cannot be done at this address."),
            406, new Sentence("not-acceptable", "요청한 형식으로 답할 수 없습니다.", "No answer in the requested format."),
            413, new Sentence("too-large", "보낸 것이 너무 큽니다.", "What was sent is too large."),
            415, new Sentence("unsupported-media-type", "보낸 형식을 읽을 수 없습니다.", "What was sent has an unknown format."),
            503, new Sentence("unavailable", "잠시 뒤 다시 시도하십시오.", "Please try again in a moment."));

    private static final Sentence BROKEN = new Sentence(
            "internal", "서버에서 문제가 생겼습니다. 잠시 뒤 다시 시도하십시오.", "The server had a problem. Please try again in a moment.");

    private static final Sentence DISK_FULL = new Sentence(
            "disk-full",
            "서버의 디스크가 가득 차서 저장하지 못했습니다. 전산 담당자에게 알려 주십시오. 적은 것은 이 화면에 그대로 두십시오.",
            "The server's disk is full and this was not saved. Please tell the IT team; leave what you typed on this page.");

    private static final Sentence DATABASE_GONE = new Sentence(
            "database-gone",
            "데이터베이스에 연결되지 않아 지금은 저장할 수 없습니다. 잠시 뒤 다시 시도하십시오.",
            "The database cannot be reached, so nothing can be saved now. Please try again in a moment.");

    /// Deep enough for any chain of causes, and an end for one that goes in a circle.
    private static final int MOST_CAUSES = 20;

    private record Sentence(String code, String ko, String en) {}

    @ExceptionHandler
    ResponseEntity<ProblemDetail> told(Problem problem) {
        return problem.answer();
    }

    @ExceptionHandler(Exception.class)
    ResponseEntity<ProblemDetail> broken(Exception failure, HttpServletRequest request) {
        log.error("{} {} failed", request.getMethod(), request.getRequestURI(), failure);
        var status = HttpStatus.INTERNAL_SERVER_ERROR;
        var sentence = BROKEN;
        if (isCausedBy(failure, ProblemAnswers::isFullDisk)) {
            status = HttpStatus.INSUFFICIENT_STORAGE;
            sentence = DISK_FULL;
        } else if (isCausedBy(failure, ProblemAnswers::isLostDatabase)) {
            status = HttpStatus.SERVICE_UNAVAILABLE;
            sentence = DATABASE_GONE;
        }
        return ResponseEntity.status(status).body(detail(status, sentence.code, sentence.ko, sentence.en));
    }

    private static boolean isCausedBy(Throwable failure, Predicate<Throwable> what) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(MOST_CAUSES)
                .anyMatch(what);
    }

    private static boolean isFullDisk(Throwable cause) {
        return switch (cause) {
            case SQLException database -> "53100".equals(database.getSQLState());
            case IOException file -> String.valueOf(file.getMessage()).contains("No space left on device");
            default -> false;
        };
    }

    /// Class 08: no connection; 57P: it is being shut down.
    private static boolean isLostDatabase(Throwable cause) {
        return switch (cause) {
            case SQLTransientConnectionException _ -> true;
            case SQLException database ->
                String.valueOf(database.getSQLState()).startsWith("08")
                        || String.valueOf(database.getSQLState()).startsWith("57P");
            default -> false;
        };
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException fault, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return invalid(fault.getFieldErrors().stream()
                .map(error -> FieldFault.of(error.getField(), error.getCode(), error.getDefaultMessage()))
                .toList());
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException fault, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return invalid(fault.getParameterValidationResults().stream()
                .flatMap(result -> result.getResolvableErrors().stream()
                        .map(error -> FieldFault.of(
                                String.valueOf(result.getMethodParameter().getParameterName()),
                                null,
                                error.getDefaultMessage())))
                .toList());
    }

    private static ResponseEntity<Object> invalid(List<FieldFault> faults) {
        var ko = String.join(" ", faults.stream().map(FieldFault::ko).sorted().toList());
        var en = String.join(" ", faults.stream().map(FieldFault::en).sorted().toList());
        return ResponseEntity.badRequest().body(detail(HttpStatus.BAD_REQUEST, "invalid", ko, en));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception failure, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var sentence = BY_STATUS.getOrDefault(status.value(), BROKEN);
        if (status.is5xxServerError()) {
            log.error("request failed", failure);
        }
        return ResponseEntity.status(status)
                .headers(headers)
                .body(detail(status, sentence.code, sentence.ko, sentence.en));
    }

    static ProblemDetail detail(HttpStatusCode status, String code, String ko, String en) {
        var detail = ProblemDetail.forStatusAndDetail(status, ko);
        detail.setProperty("code", code);
        detail.setProperty("detailEn", en);
        return detail;
    }
}
