package org.onmaru.server.city.holiday;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The days that 「관공서의 공휴일에 관한 규정」 §2 and §3 make holidays in a year, temporary ones (임시공휴일, 선거일) left out.
final class HolidayRules {

    /// When an overlap makes a substitute. 설날 and 추석 look at Sundays only, the others at Saturdays too; all look at
    /// other holidays on a weekday.
    private enum Overlap {
        SUNDAY,
        WEEKEND
    }

    /// @param last the last year it is one; null while it still is
    /// @param substituteFrom the first day from which §3 covers it; null when it never does
    private record Fixed(
            MonthDay day,
            String name,
            String nameEn,
            int first,
            @Nullable Integer last,
            @Nullable LocalDate substituteFrom) {

        LocalDate in(int year) {
            return day.atYear(year);
        }

        boolean holdsIn(int year) {
            return year >= first && (last == null || year <= last);
        }
    }

    /// 대통령령 제25751호: 설날, 추석, 어린이날.
    private static final LocalDate SINCE_2014 = LocalDate.of(2014, 1, 1);
    /// 대통령령 제31930호: 국경일.
    private static final LocalDate SINCE_2021 = LocalDate.of(2021, 8, 4);
    /// 대통령령 제33448호: 부처님오신날, 성탄절.
    private static final LocalDate SINCE_2023 = LocalDate.of(2023, 5, 4);

    private static final LocalDate SINCE_2026 = LocalDate.of(2026, 1, 1);

    private static final List<Fixed> FIXED = List.of(
            new Fixed(MonthDay.of(1, 1), "1월 1일", "New Year's Day", 1999, null, null),
            new Fixed(MonthDay.of(3, 1), "3·1절", "Independence Movement Day", 1949, null, SINCE_2021),
            new Fixed(MonthDay.of(5, 1), "노동절", "Labour Day", 2026, null, SINCE_2026),
            new Fixed(MonthDay.of(5, 5), "어린이날", "Children's Day", 1975, null, SINCE_2014),
            new Fixed(MonthDay.of(6, 6), "현충일", "Memorial Day", 1956, null, null),
            new Fixed(MonthDay.of(7, 17), "제헌절", "Constitution Day", 2026, null, SINCE_2026),
            new Fixed(MonthDay.of(8, 15), "광복절", "Liberation Day", 1949, null, SINCE_2021),
            new Fixed(MonthDay.of(10, 3), "개천절", "National Foundation Day", 1949, null, SINCE_2021),
            new Fixed(MonthDay.of(10, 9), "한글날", "Hangeul Day", 2013, null, SINCE_2021),
            new Fixed(MonthDay.of(12, 25), "기독탄신일", "Christmas Day", 1949, null, SINCE_2023));

    /// One holiday of one or three days.
    private record Period(
            List<LocalDate> days,
            String name,
            String nameEn,
            Overlap overlap,
            @Nullable LocalDate substituteFrom) {

        boolean isSubstituted(LocalDate day, boolean another) {
            if (substituteFrom == null || day.isBefore(substituteFrom)) {
                return false;
            }
            return another
                    || day.getDayOfWeek() == DayOfWeek.SUNDAY
                    || (overlap == Overlap.WEEKEND && day.getDayOfWeek() == DayOfWeek.SATURDAY);
        }

        LocalDate end() {
            return days.getLast();
        }
    }

    private HolidayRules() {}

    /// In the order of days.
    static List<Holiday> of(int year) {
        var periods = periods(year);
        var taken = new TreeMap<LocalDate, Holiday>();
        var substitutes = new ArrayList<LocalDate>();
        var reasons = new ArrayList<Period>();
        for (var period : periods) {
            for (var day : period.days) {
                var first = taken.putIfAbsent(day, new Holiday(day, period.name, period.nameEn, false));
                if (first != null) {
                    taken.put(day, joined(first, period));
                }
            }
        }
        for (var period : periods) {
            for (var day : period.days) {
                boolean another = isWeekday(day)
                        && periods.stream().anyMatch(other -> !other.equals(period) && other.days.contains(day));
                // A day on which two holidays meet gives one substitute, not two.
                if (period.isSubstituted(day, another) && !substitutes.contains(day)) {
                    substitutes.add(day);
                    reasons.add(period);
                }
            }
        }
        for (var period : reasons) {
            var day = period.end().plusDays(1);
            while (!isWeekday(day) || taken.containsKey(day)) {
                day = day.plusDays(1);
            }
            taken.put(day, new Holiday(day, "대체공휴일(" + period.name + ")", "Substitute for " + period.nameEn, true));
        }
        return List.copyOf(taken.values());
    }

    private static List<Period> periods(int year) {
        var lunar = LunarYear.beginningIn(year);
        var seollal = lunar.day(1, 1);
        var chuseok = lunar.day(8, 15);
        var periods = new ArrayList<Period>();
        periods.add(new Period(around(seollal), "설날", "Seollal", Overlap.SUNDAY, SINCE_2014));
        periods.add(new Period(around(chuseok), "추석", "Chuseok", Overlap.SUNDAY, SINCE_2014));
        periods.add(new Period(List.of(lunar.day(4, 8)), "부처님오신날", "Buddha's Birthday", Overlap.WEEKEND, SINCE_2023));
        FIXED.stream()
                .filter(fixed -> fixed.holdsIn(year))
                .map(fixed -> new Period(
                        List.of(fixed.in(year)), fixed.name, fixed.nameEn, Overlap.WEEKEND, fixed.substituteFrom))
                .forEach(periods::add);
        periods.sort((a, b) -> a.days.getFirst().compareTo(b.days.getFirst()));
        return periods;
    }

    private static List<LocalDate> around(LocalDate day) {
        return List.of(day.minusDays(1), day, day.plusDays(1));
    }

    private static Holiday joined(Holiday first, Period other) {
        return new Holiday(
                first.date(), first.name() + "·" + other.name, first.nameEn() + " and " + other.nameEn, false);
    }

    private static boolean isWeekday(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }
}
