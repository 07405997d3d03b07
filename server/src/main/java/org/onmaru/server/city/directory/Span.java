package org.onmaru.server.city.directory;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.problem.Problem;

/// Whole days in the city's time zone, both ends included.
///
/// @param until the last day; null while there is none
public record Span(LocalDate from, @Nullable LocalDate until) {

    private static final DateTimeFormatter KOREAN = DateTimeFormatter.ofPattern("yyyy. M. d.");

    /// @throws Problem when the last day is before the first
    public Span {
        if (until != null && until.isBefore(from)) {
            throw Problem.bad(
                    "ends-before-start",
                    "마지막 날이 시작 날짜(" + korean(from) + ")보다 앞섭니다. 그날이나 그 뒤를 고르십시오.",
                    "The last day is before the first, " + from + "; choose that day or a later one.");
        }
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && !endsBefore(day);
    }

    public boolean overlaps(Span other) {
        return !endsBefore(other.from) && !other.endsBefore(from);
    }

    /// Whether the last day comes before that day.
    public boolean endsBefore(LocalDate day) {
        return until != null && until.isBefore(day);
    }

    /// Whether this goes on after that span's last day.
    public boolean outlasts(Span other) {
        return other.until != null && (until == null || until.isAfter(other.until));
    }

    /// The same beginning with another last day.
    public Span endingOn(@Nullable LocalDate lastDay) {
        return new Span(from, lastDay);
    }

    /// `2026. 11. 3.`, for sentences.
    public static String korean(LocalDate day) {
        return KOREAN.format(day);
    }
}
