package org.onmaru.server.city.paper;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;

/// How official documents write days and hours.
public final class OfficialDate {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private OfficialDate() {}

    /// `2020. 3. 8.`
    public static String of(LocalDate day) {
        return "%d. %d. %d.".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
    }

    /// `2020. 3. 8.(일)`
    public static String withWeekday(LocalDate day) {
        return of(day) + "(" + day.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.KOREAN) + ")";
    }

    /// `08:30`
    public static String time(LocalTime time) {
        return TIME.format(time);
    }
}
