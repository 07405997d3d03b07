package org.onmaru.server.onair.room.web;

import org.onmaru.server.onair.room.RoomUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/// Tells people in one sentence that the SFU is being started again.
@RestControllerAdvice
@Order(0)
class RoomAnswers {

    private static final Logger log = LoggerFactory.getLogger(RoomAnswers.class);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> startingAgain(RoomUnavailable failure) {
        log.warn("a request needs the room, but {}", failure.getMessage());
        ProblemDetail detail = ProblemDetail.forStatusAndDetail(
                HttpStatus.SERVICE_UNAVAILABLE, "회의실 엔진이 다시 켜지는 중입니다. 잠시 후 다시 시도해 주세요.");
        detail.setProperty("code", "room-unavailable");
        detail.setProperty("detailEn", "The meeting engine is starting again. Please try again in a moment.");
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "1")
                .body(detail);
    }
}
