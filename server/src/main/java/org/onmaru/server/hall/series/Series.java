package org.onmaru.server.hall.series;

import java.time.LocalDate;
import java.time.LocalTime;
import org.onmaru.server.city.identity.Scope;

/// A recurring meeting.
///
/// @param startsAt in the city's time zone
/// @param opensMinutesBefore how long before the start its meetings open
/// @param minutes how long one sitting usually takes
/// @param daily true when it opens every day by itself, holidays included
/// @param from its first day
/// @param nextOrdinal the 제N회 its next opened meeting takes
public record Series(
        SeriesId id,
        String name,
        String nameEn,
        LocalTime startsAt,
        int opensMinutesBefore,
        int minutes,
        boolean daily,
        LocalDate from,
        int nextOrdinal) {

    /// Where permissions for the whole series are asked.
    public Scope scope() {
        return Scope.series(id.value());
    }

    /// What somebody decides about a series.
    public record Plan(
            String name, String nameEn, LocalTime startsAt, int opensMinutesBefore, int minutes, LocalDate from) {}
}
