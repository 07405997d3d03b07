package org.onmaru.server.city.holiday;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Against the dates that 한국천문연구원 published.
class HolidayRulesTest {

    private static List<LocalDate> named(int year, String name) {
        return HolidayRules.of(year).stream()
                .filter(holiday -> !holiday.substitute() && holiday.name().contains(name))
                .map(Holiday::date)
                .toList();
    }

    private static List<LocalDate> substitutes(int year) {
        return HolidayRules.of(year).stream()
                .filter(Holiday::substitute)
                .map(Holiday::date)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "2018, 2018-02-16, 2018-05-22, 2018-09-24",
        "2019, 2019-02-05, 2019-05-12, 2019-09-13",
        "2020, 2020-01-25, 2020-04-30, 2020-10-01",
        "2021, 2021-02-12, 2021-05-19, 2021-09-21",
        "2022, 2022-02-01, 2022-05-08, 2022-09-10",
        "2023, 2023-01-22, 2023-05-27, 2023-09-29",
        "2024, 2024-02-10, 2024-05-15, 2024-09-17",
        "2025, 2025-01-29, 2025-05-05, 2025-10-06",
        "2026, 2026-02-17, 2026-05-24, 2026-09-25",
        // In these two years the new moon comes after midnight here and before it in Beijing.
        "2027, 2027-02-07, 2027-05-13, 2027-09-15",
        "2028, 2028-01-27, 2028-05-02, 2028-10-03"
    })
    void followsTheMoon(int year, LocalDate seollal, LocalDate buddha, LocalDate chuseok) {
        assertThat(named(year, "설날")).containsExactly(seollal.minusDays(1), seollal, seollal.plusDays(1));
        assertThat(named(year, "부처님오신날")).containsExactly(buddha);
        assertThat(named(year, "추석")).containsExactly(chuseok.minusDays(1), chuseok, chuseok.plusDays(1));
    }

    @ParameterizedTest
    @CsvSource({
        "2013, ''",
        "2014, 2014-09-10",
        "2015, 2015-09-29",
        "2016, 2016-02-10",
        "2017, 2017-01-30 2017-10-06",
        "2018, 2018-05-07 2018-09-26",
        "2019, 2019-05-06",
        "2020, 2020-01-27",
        "2021, 2021-08-16 2021-10-04 2021-10-11",
        "2022, 2022-09-12 2022-10-10",
        "2023, 2023-01-24 2023-05-29",
        "2024, 2024-02-12 2024-05-06",
        "2025, 2025-03-03 2025-05-06 2025-10-08",
        "2026, 2026-03-02 2026-05-25 2026-08-17 2026-10-05"
    })
    void substitutesAsTheLawOfThatYearSaid(int year, String dates) {
        var expected = Stream.of(dates.split(" "))
                .filter(date -> !date.isEmpty())
                .map(LocalDate::parse)
                .toList();
        assertThat(substitutes(year)).isEqualTo(expected);
    }

    @Test
    void aHolidayIsOneOnlyInItsYears() {
        assertThat(named(2012, "한글날")).isEmpty();
        assertThat(named(2013, "한글날")).containsExactly(LocalDate.of(2013, 10, 9));
        assertThat(named(2025, "제헌절")).isEmpty();
        assertThat(named(2026, "제헌절")).containsExactly(LocalDate.of(2026, 7, 17));
        assertThat(named(2025, "어린이날")).containsExactly(LocalDate.of(2025, 5, 5));
    }
}
