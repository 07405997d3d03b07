package org.onmaru.server.city.holiday;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The public holidays of some years, read once and asked about many days.
public final class HolidaysBetween {

    private final Map<LocalDate, Holiday> byDay;

    HolidaysBetween(Collection<Holiday> holidays) {
        byDay = holidays.stream()
                .collect(Collectors.toMap(Holiday::date, Function.identity(), (byRule, decreed) -> byRule));
    }

    public Optional<Holiday> on(LocalDate day) {
        return Optional.ofNullable(byDay.get(day));
    }

    /// Neither a holiday nor a weekend.
    public boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !byDay.containsKey(day);
    }
}
