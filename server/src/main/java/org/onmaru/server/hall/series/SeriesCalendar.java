package org.onmaru.server.hall.series;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.city.audit.Audit;
import org.onmaru.server.city.audit.Subject;
import org.onmaru.server.city.holiday.Holiday;
import org.onmaru.server.city.holiday.HolidaysBetween;
import org.onmaru.server.city.holiday.PublicHolidays;
import org.onmaru.server.problem.Problem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// On which days a series meets, and when: its recurrence, the public holidays, and single days that differ.
@Component
public class SeriesCalendar {

    /// No run of holidays and weekends in Korea is as long as this.
    private static final int LONGEST_REST = 14;

    private final JdbcClient jdbc;
    private final PublicHolidays holidays;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    SeriesCalendar(JdbcClient jdbc, PublicHolidays holidays, Audit audit, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.holidays = holidays;
        this.audit = audit;
        this.events = events;
    }

    /// @param startsAt null when the series does not meet that day
    public record Day(
            LocalDate date,
            @Nullable LocalTime startsAt,
            @Nullable Holiday holiday,
            @Nullable OneDay different) {}

    /// The hour at which the series meets on that day; empty when it does not.
    public Optional<LocalTime> hourOn(Series series, LocalDate day) {
        return Optional.ofNullable(days(series, day, day).getFirst().startsAt);
    }

    /// Every day from the first to the last.
    public List<Day> days(Series series, LocalDate first, LocalDate last) {
        var different = different(series.id(), first, last);
        var known = holidays.between(first.minusDays(LONGEST_REST), last);
        var days = new ArrayList<Day>();
        for (var day = first; !day.isAfter(last); day = day.plusDays(1)) {
            var one = different.get(day);
            var hour = one != null ? one.startsAt() : byRule(series, day, known) ? series.startsAt() : null;
            days.add(new Day(day, hour, known.on(day).orElse(null), one));
        }
        return days;
    }

    private static boolean byRule(Series series, LocalDate day, HolidaysBetween known) {
        if (day.isBefore(series.from())) {
            return false;
        }
        boolean due = series.recurrence().on(day, known::isWorkingDay);
        boolean holiday = known.on(day).isPresent();
        return switch (series.onHolidays()) {
            case MEET -> due;
            case SKIP -> due && !holiday;
            case NEXT_WORKING_DAY -> (due && !holiday) || isPutOffTo(series, day, known);
        };
    }

    /// Whether a meeting that fell on a holiday meets on this day instead.
    private static boolean isPutOffTo(Series series, LocalDate day, HolidaysBetween known) {
        if (!known.isWorkingDay(day)) {
            return false;
        }
        var before = day.minusDays(1);
        for (int i = 0; i < LONGEST_REST && !known.isWorkingDay(before); i++) {
            boolean due = !before.isBefore(series.from()) && series.recurrence().on(before, known::isWorkingDay);
            if (due && known.on(before).isPresent()) {
                return true;
            }
            before = before.minusDays(1);
        }
        return false;
    }

    private Map<LocalDate, OneDay> different(SeriesId series, LocalDate first, LocalDate last) {
        return jdbc
                .sql("SELECT * FROM series_exception WHERE series_id = ? AND date BETWEEN ? AND ?")
                .params(series.value(), first, last)
                .query((row, _) -> new OneDay(
                        row.getObject("date", LocalDate.class),
                        OneDay.Kind.valueOf(row.getString("kind")),
                        row.getObject("starts_at", LocalTime.class),
                        row.getString("reason")))
                .list()
                .stream()
                .collect(Collectors.toMap(OneDay::date, Function.identity()));
    }

    /// Makes one day differ; what was said of that day before is replaced.
    @Transactional
    public void make(Series series, OneDay day) {
        if ((day.kind() == OneDay.Kind.CANCELLED) != (day.startsAt() == null)) {
            throw Problem.bad(
                    "one-day-hour",
                    "취소하는 날에는 시각을 적지 않고, 옮기거나 더하는 날에는 시각을 적습니다.",
                    "A cancelled day has no hour; one that is moved or added has one.");
        }
        jdbc.sql("""
                INSERT INTO series_exception VALUES (?, ?, ?, ?, ?) ON CONFLICT (series_id, date)
                DO UPDATE SET kind = excluded.kind, starts_at = excluded.starts_at, reason = excluded.reason""")
                .param(series.id().value())
                .param(day.date())
                .param(day.kind().name())
                .param(day.startsAt())
                .param(day.reason().strip())
                .update();
        told("series.day-differs", series, day);
    }

    /// That day follows the rule again.
    @Transactional
    public void follow(Series series, LocalDate day) {
        var before = different(series.id(), day, day).get(day);
        if (before != null) {
            jdbc.sql("DELETE FROM series_exception WHERE series_id = ? AND date = ?")
                    .params(series.id().value(), day)
                    .update();
            audit.changed("series.day-follows", subject(series.id().value()), before, null);
            events.publishEvent(new SeriesChanged(series, day));
        }
    }

    private void told(String action, Series series, OneDay day) {
        audit.changed(action, subject(series.id().value()), null, day);
        events.publishEvent(new SeriesChanged(series, day.date()));
    }

    private static Subject subject(UUID series) {
        return Subject.of("series", series);
    }
}
