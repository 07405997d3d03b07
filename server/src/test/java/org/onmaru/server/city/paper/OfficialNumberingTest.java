package org.onmaru.server.city.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OfficialNumberingTest {

    private static List<String> labels(int level, int... numbers) {
        return IntStream.of(numbers)
                .mapToObj(number -> OfficialNumbering.label(level, number))
                .toList();
    }

    @Test
    void eachLevelHasItsSign() {
        assertThat(IntStream.rangeClosed(1, 8).mapToObj(level -> OfficialNumbering.label(level, 1)))
                .containsExactly("1.", "가.", "1)", "가)", "(1)", "(가)", "①", "㉮");
        assertThat(IntStream.rangeClosed(1, 8).mapToObj(level -> OfficialNumbering.label(level, 14)))
                .containsExactly("14.", "하.", "14)", "하)", "(14)", "(하)", "⑭", "㉻");
    }

    @Test
    void afterTheLastLetterComesTheNextVowel() {
        assertThat(labels(2, 13, 14, 15, 16, 28, 29, 42, 43, 57, 71, 84))
                .containsExactly("파.", "하.", "거.", "너.", "허.", "고.", "호.", "구.", "그.", "기.", "히.");
        assertThat(labels(2, 85, 86, 98, 99)).containsExactly("가가.", "가나.", "가하.", "가거.");
    }

    @Test
    void whereNoRingedSignIsBracketsStand() {
        assertThat(labels(7, 20, 21, 30, 31, 50)).containsExactly("⑳", "㉑", "㉚", "(31)", "(50)");
        assertThat(labels(8, 14, 15, 28)).containsExactly("㉻", "(거)", "(허)");
    }

    @Test
    void noTwoPointsOfALevelHaveTheSameSign() {
        for (int level = 1; level <= OfficialNumbering.DEEPEST; level++) {
            var seen = new HashSet<String>();
            for (int number = 1; number <= 500; number++) {
                assertThat(seen.add(OfficialNumbering.label(level, number)))
                        .as("level %s, number %s", level, number)
                        .isTrue();
            }
        }
    }

    @Test
    void thereIsNoNinthLevelAndNoZeroth() {
        assertThatThrownBy(() -> OfficialNumbering.label(9, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> OfficialNumbering.label(0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> OfficialNumbering.label(1, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void daysAndHoursAreWrittenAsInDocuments() {
        assertThat(OfficialDate.of(LocalDate.of(2020, 3, 8))).isEqualTo("2020. 3. 8.");
        assertThat(OfficialDate.withWeekday(LocalDate.of(2020, 12, 8))).isEqualTo("2020. 12. 8.(화)");
        assertThat(OfficialDate.time(LocalTime.of(8, 30, 59))).isEqualTo("08:30");
    }
}
