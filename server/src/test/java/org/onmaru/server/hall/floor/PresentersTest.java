package org.onmaru.server.hall.floor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PresentersTest {

    private static final List<String> POSTS = List.of("과장", "팀장");
    private static final Plate GUEST = new Plate("g-1", "손님", "안전과", "");
    private static final Plate TEAM = new Plate("p-2", "나팀장", "안전과", "팀장");
    private static final Plate ACTING = new Plate("p-3", "다대리", "안전과", "과장 직무대리");
    private static final Plate TOWN = new Plate("p-4", "라읍장", "가남읍", "읍장");
    private static final Plate PLAYED = new Plate("s-1", "모의", "안전과", "과장");

    @Test
    void isWhosePostComesFirst() {
        assertThat(Presenters.of("안전과", POSTS, List.of(GUEST, PLAYED, TEAM, ACTING, TOWN)))
                .contains(ACTING);
        assertThat(Presenters.of("안전과", POSTS, List.of(GUEST, PLAYED, TEAM))).contains(TEAM);
        assertThat(Presenters.of("안전과", POSTS, List.of(PLAYED, GUEST)))
                .as("a person before a machine")
                .contains(GUEST);
        assertThat(Presenters.of("안전과", POSTS, List.of(PLAYED))).contains(PLAYED);
    }

    @Test
    void isNobodyWhenNobodyOfTheUnitIsHereOrThereIsNone() {
        assertThat(Presenters.of("보건소", POSTS, List.of(TEAM, TOWN))).isEmpty();
        assertThat(Presenters.of("", POSTS, List.of(new Plate("p-9", "무소속", "", ""))))
                .isEmpty();
    }
}
