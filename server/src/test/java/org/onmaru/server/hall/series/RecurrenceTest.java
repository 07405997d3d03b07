package org.onmaru.server.hall.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.onmaru.server.problem.Problem;

class RecurrenceTest {

    private static boolean weekday(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0;
    }

    private static List<Integer> inMarch2026(String text) {
        var recurrence = Recurrence.parse(text);
        return LocalDate.of(2026, 3, 1)
                .datesUntil(LocalDate.of(2026, 4, 1))
                .filter(day -> recurrence.on(day, RecurrenceTest::weekday))
                .map(LocalDate::getDayOfMonth)
                .toList();
    }

    @Test
    void meetsOnTheDaysItSays() {
        assertThat(inMarch2026("DAILY")).hasSize(31);
        assertThat(inMarch2026("WORKING_DAYS")).hasSize(22).doesNotContain(1, 7, 8);
        assertThat(inMarch2026("WEEKLY THURSDAY,MONDAY")).containsExactly(2, 5, 9, 12, 16, 19, 23, 26, 30);
        assertThat(inMarch2026("MONTHLY 15")).containsExactly(15);
        assertThat(inMarch2026("MONTHLY 2 TUESDAY")).containsExactly(10);
        assertThat(inMarch2026("MONTHLY LAST MONDAY")).containsExactly(30);
        assertThat(inMarch2026("MONTHLY LAST FRIDAY")).containsExactly(27);
    }

    @Test
    void the31stIsTheLastDayOfAShorterMonth() {
        var recurrence = Recurrence.parse("MONTHLY 31");
        assertThat(recurrence.on(LocalDate.of(2026, 2, 28), RecurrenceTest::weekday))
                .isTrue();
        assertThat(recurrence.on(LocalDate.of(2028, 2, 28), RecurrenceTest::weekday))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"DAILY", "WORKING_DAYS", "WEEKLY MONDAY,THURSDAY", "MONTHLY 15", "MONTHLY LAST FRIDAY"})
    void itsTextSaysItAll(String text) {
        assertThat(Recurrence.parse(text).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"''", "NEVER", "WEEKLY", "WEEKLY FUNDAY", "MONTHLY 0", "MONTHLY 32", "MONTHLY 5 MONDAY", "MONTHLY x"})
    void whatIsUnclearIsRefused(String text) {
        assertThatThrownBy(() -> Recurrence.parse(text)).isInstanceOf(Problem.class);
    }
}
