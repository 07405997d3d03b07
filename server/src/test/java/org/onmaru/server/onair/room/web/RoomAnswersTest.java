package org.onmaru.server.onair.room.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.onmaru.server.onair.room.RoomUnavailable;
import org.springframework.http.HttpHeaders;

class RoomAnswersTest {

    @Test
    void anSfuThatIsAwayIsSaidInOneSentenceAndWhenToTryAgain() {
        var answer = new RoomAnswers().startingAgain(new RoomUnavailable("connection refused", null));
        assertThat(answer.getStatusCode().value()).isEqualTo(503);
        assertThat(answer.getHeaders().getFirst(HttpHeaders.RETRY_AFTER)).isEqualTo("1");
        var detail = Objects.requireNonNull(answer.getBody());
        assertThat(detail.getDetail()).isEqualTo("회의실 엔진이 다시 켜지는 중입니다. 잠시 후 다시 시도해 주세요.");
        assertThat(detail.getProperties())
                .containsEntry("code", "room-unavailable")
                .containsEntry("detailEn", "The meeting engine is starting again. Please try again in a moment.");
    }
}
