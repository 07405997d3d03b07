package org.onmaru.server.hall.series;

import java.time.LocalDate;
import java.time.LocalTime;
import org.onmaru.server.city.identity.Scope;

/// A recurring meeting.
///
/// @param name as its phase of today calls it
/// @param startsAt in the city's time zone
/// @param opensMinutesBefore how long before the start its meetings open
/// @param minutes how long one sitting usually takes
/// @param from its first day
/// @param nextOrdinal the 제N회 its next opened meeting takes
public record Series(
        SeriesId id,
        String name,
        String nameEn,
        LocalTime startsAt,
        int opensMinutesBefore,
        int minutes,
        Recurrence recurrence,
        OnHolidays onHolidays,
        LocalDate from,
        int nextOrdinal) {

    /// Where permissions for the whole series are asked.
    public Scope scope() {
        return Scope.series(id.value());
    }

    /// What somebody decides about a series.
    ///
    /// @param name of its first phase, or a correction of the name of today's
    public record Plan(
            String name,
            String nameEn,
            LocalTime startsAt,
            int opensMinutesBefore,
            int minutes,
            Recurrence recurrence,
            OnHolidays onHolidays,
            LocalDate from) {

        /// Every day, holidays included.
        public static Plan daily(
                String name, String nameEn, LocalTime startsAt, int opensMinutesBefore, int minutes, LocalDate from) {
            return new Plan(
                    name, nameEn, startsAt, opensMinutesBefore, minutes, new Recurrence.Daily(), OnHolidays.MEET, from);
        }
    }
}
