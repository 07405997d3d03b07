package org.onmaru.server.city.identity;

import jakarta.servlet.http.HttpServletRequest;
import org.onmaru.server.city.audit.Audit;
import org.onmaru.server.city.audit.Subject;
import org.onmaru.server.problem.Problem;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/// Tells nobody to sign in, and somebody that it is not theirs to do.
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class DeniedAnswers {

    private final Audit audit;

    DeniedAnswers(Audit audit) {
        this.audit = audit;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> denied(Denied denied, HttpServletRequest request) {
        if (!(denied.actor() instanceof Actor.Anonymous)) {
            audit.refused(
                    denied.permission().name(),
                    new Subject("request", request.getMethod() + " " + request.getRequestURI()));
        }
        return (denied.actor() instanceof Actor.Anonymous ? signIn() : notYours()).answer();
    }

    private static Problem signIn() {
        return Problem.unknownCaller("sign-in-needed", "먼저 로그인하십시오.", "Please sign in first.");
    }

    private static Problem notYours() {
        return Problem.forbidden("not-allowed", "이 일을 할 권한이 없습니다.", "You are not allowed to do this.");
    }
}
