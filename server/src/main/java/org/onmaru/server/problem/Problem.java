package org.onmaru.server.problem;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/// A request that cannot be done, told to the person who asked.
///
/// The code is stable and for programs; the sentences are for people.
public final class Problem extends RuntimeException {

    private final HttpStatus status;
    private final String code;
    private final String ko;
    private final String en;
    private final transient Map<String, Object> more;

    private Problem(HttpStatus status, String code, String ko, String en) {
        this(status, code, ko, en, Map.of());
    }

    private Problem(HttpStatus status, String code, String ko, String en, Map<String, Object> more) {
        super(code + ": " + en);
        this.status = status;
        this.code = code;
        this.ko = ko;
        this.en = en;
        this.more = more;
    }

    /// What was sent makes no sense: 400.
    public static Problem bad(String code, String ko, String en) {
        return new Problem(HttpStatus.BAD_REQUEST, code, ko, en);
    }

    /// Nobody, or somebody unknown: 401.
    public static Problem unknownCaller(String code, String ko, String en) {
        return new Problem(HttpStatus.UNAUTHORIZED, code, ko, en);
    }

    /// Known, but not allowed: 403.
    public static Problem forbidden(String code, String ko, String en) {
        return new Problem(HttpStatus.FORBIDDEN, code, ko, en);
    }

    /// No such thing: 404.
    public static Problem missing(String code, String ko, String en) {
        return new Problem(HttpStatus.NOT_FOUND, code, ko, en);
    }

    /// Not in this state: 409.
    public static Problem conflict(String code, String ko, String en) {
        return new Problem(HttpStatus.CONFLICT, code, ko, en);
    }

    /// It was there and is over: 410.
    public static Problem gone(String code, String ko, String en) {
        return new Problem(HttpStatus.GONE, code, ko, en);
    }

    /// Too often: 429.
    public static Problem tooOften(String code, String ko, String en) {
        return new Problem(HttpStatus.TOO_MANY_REQUESTS, code, ko, en);
    }

    /// Not now, or not on this machine: 503.
    public static Problem unavailable(String code, String ko, String en) {
        return new Problem(HttpStatus.SERVICE_UNAVAILABLE, code, ko, en);
    }

    /// The same with something more for programs, e.g. which fields are wrong; it becomes JSON as the API would write
    /// it.
    public Problem with(String name, Object value) {
        return new Problem(status, code, ko, en, Map.of(name, value));
    }

    /// As the caller gets it.
    public ResponseEntity<ProblemDetail> answer() {
        return ResponseEntity.status(status).body(detail());
    }

    public ProblemDetail detail() {
        var detail = ProblemDetail.forStatusAndDetail(status, ko);
        detail.setProperty("code", code);
        detail.setProperty("detailEn", en);
        more.forEach(detail::setProperty);
        return detail;
    }

    public HttpStatus status() {
        return status;
    }

    public String code() {
        return code;
    }

    public String ko() {
        return ko;
    }

    public String en() {
        return en;
    }
}
