package org.onmaru.server.writing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OfficialNumberingTest {

    private static String marks(int number) {
        return IntStream.rangeClosed(1, OfficialNumbering.LEVELS)
                .mapToObj(level -> OfficialNumbering.mark(level, number))
                .collect(Collectors.joining(" "));
    }

    @Test
    void eachLevelHasItsOwnForm() {
        assertThat(marks(1)).isEqualTo("1. 가. 1) 가) (1) (가) ① ㉮");
        assertThat(marks(3)).isEqualTo("3. 다. 3) 다) (3) (다) ③ ㉰");
        assertThat(marks(14)).isEqualTo("14. 하. 14) 하) (14) (하) ⑭ ㉻");
    }

    @Test
    void afterTheLastLetterTheNextVowelBegins() {
        assertThat(OfficialNumbering.mark(2, 15)).isEqualTo("거.");
        assertThat(OfficialNumbering.mark(2, 28)).isEqualTo("허.");
        assertThat(OfficialNumbering.mark(4, 29)).isEqualTo("고)");
        assertThat(OfficialNumbering.mark(6, 43)).isEqualTo("(구)");
        assertThat(OfficialNumbering.mark(2, 57)).isEqualTo("그.");
        assertThat(OfficialNumbering.mark(2, 84)).isEqualTo("히.");
        assertThat(OfficialNumbering.mark(8, 15)).isEqualTo("(거)");
    }

    @Test
    void circlesGoToFifty() {
        assertThat(OfficialNumbering.mark(7, 20)).isEqualTo("⑳");
        assertThat(OfficialNumbering.mark(7, 21)).isEqualTo("㉑");
        assertThat(OfficialNumbering.mark(7, 35)).isEqualTo("㉟");
        assertThat(OfficialNumbering.mark(7, 36)).isEqualTo("㊱");
        assertThat(OfficialNumbering.mark(7, 50)).isEqualTo("㊿");
    }

    @Test
    void noTwoNumbersOfALevelLookTheSame() {
        for (int level = 1; level <= OfficialNumbering.LEVELS; level++) {
            int of = level;
            assertThat(IntStream.rangeClosed(1, 200)
                            .mapToObj(number -> OfficialNumbering.mark(of, number))
                            .collect(Collectors.toSet()))
                    .as("level " + level)
                    .hasSize(200);
        }
    }

    @Test
    void thereIsNoNinthLevel() {
        assertThatThrownBy(() -> OfficialNumbering.mark(9, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> OfficialNumbering.mark(1, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
