package org.onmaru.server.hall.series;

/// What a series does when its day is a public holiday.
public enum OnHolidays {
    /// It meets all the same, as the daily meeting does.
    MEET,
    /// It does not meet.
    SKIP,
    /// It meets on the next working day instead.
    NEXT_WORKING_DAY
}
