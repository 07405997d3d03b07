package org.onmaru.server.hall.series;

import static org.onmaru.server.hall.series.Weeks.LAST;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.onmaru.server.problem.Problem;

/// On which days a series meets, before holidays and exceptions. Its text is what is stored and what the API speaks:
/// `DAILY`, `WORKING_DAYS`, `WEEKLY MONDAY,THURSDAY`, `MONTHLY 15`, `MONTHLY 2 TUESDAY`, `MONTHLY LAST FRIDAY`.
public sealed interface Recurrence {

    /// @param working tells Korean working days
    boolean on(LocalDate day, Predicate<LocalDate> working);

    String text();

    record Daily() implements Recurrence {
        @Override
        public boolean on(LocalDate day, Predicate<LocalDate> working) {
            return true;
        }

        @Override
        public String text() {
            return "DAILY";
        }
    }

    record WorkingDays() implements Recurrence {
        @Override
        public boolean on(LocalDate day, Predicate<LocalDate> working) {
            return working.test(day);
        }

        @Override
        public String text() {
            return "WORKING_DAYS";
        }
    }

    record Weekly(Set<DayOfWeek> days) implements Recurrence {
        public Weekly {
            if (days.isEmpty()) {
                throw unclear();
            }
            days = Set.copyOf(days);
        }

        @Override
        public boolean on(LocalDate day, Predicate<LocalDate> working) {
            return days.contains(day.getDayOfWeek());
        }

        @Override
        public String text() {
            return "WEEKLY " + EnumSet.copyOf(days).stream().map(Enum::name).collect(Collectors.joining(","));
        }
    }

    /// @param day of the month; in a shorter month its last day
    record MonthlyOnDay(int day) implements Recurrence {
        public MonthlyOnDay {
            if (day < 1 || day > 31) {
                throw unclear();
            }
        }

        @Override
        public boolean on(LocalDate date, Predicate<LocalDate> working) {
            return date.getDayOfMonth() == Math.min(day, date.lengthOfMonth());
        }

        @Override
        public String text() {
            return "MONTHLY " + day;
        }
    }

    /// @param week 1 to 4, or [Weeks#LAST]
    record MonthlyOnWeekday(int week, DayOfWeek weekday) implements Recurrence {
        public MonthlyOnWeekday {
            if (week != LAST && (week < 1 || week > 4)) {
                throw unclear();
            }
        }

        @Override
        public boolean on(LocalDate date, Predicate<LocalDate> working) {
            if (date.getDayOfWeek() != weekday) {
                return false;
            }
            return week == LAST
                    ? date.getDayOfMonth() > date.lengthOfMonth() - 7
                    : (date.getDayOfMonth() - 1) / 7 + 1 == week;
        }

        @Override
        public String text() {
            return "MONTHLY " + (week == LAST ? "LAST" : week) + " " + weekday;
        }
    }

    /// @throws Problem when the text says nothing clear
    static Recurrence parse(String text) {
        var words = text.strip().split("\\s+", -1);
        try {
            return switch (words[0] + "/" + words.length) {
                case "DAILY/1" -> new Daily();
                case "WORKING_DAYS/1" -> new WorkingDays();
                case "WEEKLY/2" ->
                    new Weekly(Arrays.stream(words[1].split(",", -1))
                            .map(DayOfWeek::valueOf)
                            .collect(Collectors.toSet()));
                case "MONTHLY/2" -> new MonthlyOnDay(Integer.parseInt(words[1]));
                case "MONTHLY/3" ->
                    new MonthlyOnWeekday(
                            words[1].equals("LAST") ? LAST : Integer.parseInt(words[1]), DayOfWeek.valueOf(words[2]));
                default -> throw unclear();
            };
        } catch (IllegalArgumentException e) {
            throw unclear();
        }
    }

    private static Problem unclear() {
        return Problem.bad(
                "recurrence",
                "회의 주기를 알 수 없습니다. 매일, 평일, 매주 요일, 매월 날짜 가운데 하나를 고르십시오.",
                "The recurrence is unclear: choose every day, working days, days of the week, or a day of the month.");
    }
}
