package org.onmaru.server.city.holiday;

import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/// The Korean lunar year (음력) that begins in a civil year.
final class LunarYear {

    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    private final LocalDate newYear;

    private LunarYear(LocalDate newYear) {
        this.newYear = newYear;
    }

    static LunarYear beginningIn(int civilYear) {
        // 설날 lies between 21 January and 20 February: the lunar year of any day in March began in this civil year.
        var calendar = calendar();
        calendar.setTimeInMillis(noon(LocalDate.of(civilYear, 3, 15)).toEpochMilli());
        set(calendar, 0, 1);
        return new LunarYear(day(calendar));
    }

    /// @param month 1 to 12, never a leap month (윤달)
    LocalDate day(int month, int day) {
        var calendar = calendar();
        calendar.setTimeInMillis(noon(newYear).toEpochMilli());
        set(calendar, month - 1, day);
        return day(calendar);
    }

    private static void set(Calendar calendar, int month, int day) {
        calendar.set(Calendar.DAY_OF_MONTH, 1);
        calendar.set(Calendar.MONTH, month);
        calendar.set(Calendar.IS_LEAP_MONTH, 0);
        calendar.set(Calendar.DAY_OF_MONTH, day);
    }

    private static Calendar calendar() {
        return Calendar.getInstance(TimeZone.getTimeZone("Asia/Seoul"), new ULocale("ko_KR@calendar=dangi"));
    }

    private static Instant noon(LocalDate date) {
        return date.atTime(12, 0).atZone(SEOUL).toInstant();
    }

    private static LocalDate day(Calendar calendar) {
        return Instant.ofEpochMilli(calendar.getTimeInMillis()).atZone(SEOUL).toLocalDate();
    }
}
