package org.onmaru.server.open.calendar;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.hall.series.Phase;
import org.onmaru.server.hall.series.SeriesId;
import org.onmaru.server.problem.Problem;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The series that meet for citizens, under their permanent addresses.
@RestController
@RequestMapping("/api/v1/public/series")
class CalendarApi {

    /// Years that are asked for; others would cost holidays that nobody needs.
    private static final int FIRST_YEAR = 2000;

    private static final int LAST_YEAR = 2100;

    private static final CacheControl SOON =
            CacheControl.maxAge(Duration.ofSeconds(30)).cachePublic();

    private final MeetingCalendar calendar;
    private final Clock clock;

    CalendarApi(MeetingCalendar calendar, Clock clock) {
        this.calendar = calendar;
        this.clock = clock;
    }

    record SeriesCard(UUID id, String name, String nameEn) {}

    /// @param until its last day; null while none has followed it
    record PublicPhase(LocalDate from, @Nullable LocalDate until, String name, String nameEn, String theme) {}

    /// @param day the day the name is of
    /// @param phases earliest first
    record SeriesPage(UUID id, LocalDate day, String name, String nameEn, String theme, List<PublicPhase> phases) {}

    /// @param id null while only the recurrence of the series promises it
    record CalendarMeeting(
            @Nullable UUID id,
            String title,
            String titleEn,
            @Nullable Integer ordinal,
            Instant startsAt,
            PublicSitting.State state) {}

    record CalendarDay(
            LocalDate date,
            @Nullable String holiday,
            @Nullable String holidayEn,
            List<CalendarMeeting> meetings) {}

    /// @param called letters of any name the series ever had
    @GetMapping
    ResponseEntity<List<SeriesCard>> publicSeries(@RequestParam(required = false) @Nullable String called) {
        var today = LocalDate.now(clock);
        return answer(calendar.all().stream()
                .filter(series -> called == null || series.wasCalled(called))
                .map(series -> {
                    var phase = series.on(today);
                    return new SeriesCard(series.series().id().value(), phase.name(), phase.nameEn());
                })
                .toList());
    }

    /// @param day whose name is asked for; today's by default
    @GetMapping("/{id}")
    ResponseEntity<SeriesPage> publicSeriesPage(
            @PathVariable UUID id, @RequestParam(required = false) @Nullable LocalDate day) {
        var series = found(id);
        var asked = day == null ? LocalDate.now(clock) : day;
        var phase = series.on(asked);
        return answer(new SeriesPage(
                id,
                asked,
                phase.name(),
                phase.nameEn(),
                phase.plan().theme(),
                series.phases().stream().map(one -> phase(series, one)).toList()));
    }

    /// Every day of a month.
    @GetMapping("/{id}/months/{month}")
    ResponseEntity<List<CalendarDay>> publicMonth(
            @PathVariable UUID id, @Schema(example = "2020-12") @PathVariable String month) {
        var series = found(id);
        var asked = month(month);
        return answer(calendar.days(series, asked.atDay(1), asked.atEndOfMonth()).stream()
                .map(CalendarApi::day)
                .toList());
    }

    private PublicSeries found(UUID id) {
        return calendar.find(new SeriesId(id))
                .orElseThrow(() -> Problem.missing("series-missing", "그런 회의체가 없습니다.", "There is no such series."));
    }

    private static YearMonth month(String text) {
        try {
            var month = YearMonth.parse(text);
            if (month.getYear() >= FIRST_YEAR && month.getYear() <= LAST_YEAR) {
                return month;
            }
        } catch (DateTimeException e) {
            throw unknownMonth();
        }
        throw unknownMonth();
    }

    private static Problem unknownMonth() {
        return Problem.bad(
                "month",
                "달은 2020-12처럼 " + FIRST_YEAR + "년부터 " + LAST_YEAR + "년까지 적습니다.",
                "A month is written like 2020-12, from " + FIRST_YEAR + " to " + LAST_YEAR + ".");
    }

    private static PublicPhase phase(PublicSeries series, Phase phase) {
        return new PublicPhase(
                phase.from(),
                series.until(phase).orElse(null),
                phase.name(),
                phase.nameEn(),
                phase.plan().theme());
    }

    private static CalendarDay day(MeetingCalendar.Day day) {
        var holiday = day.holiday();
        return new CalendarDay(
                day.date(),
                holiday == null ? null : holiday.name(),
                holiday == null ? null : holiday.nameEn(),
                day.sittings().stream().map(CalendarApi::meeting).toList());
    }

    private static CalendarMeeting meeting(PublicSitting sitting) {
        var id = sitting.meeting();
        return new CalendarMeeting(
                id == null ? null : id.value(),
                sitting.title(),
                sitting.titleEn(),
                sitting.ordinal(),
                sitting.startsAt(),
                sitting.state());
    }

    private static <T> ResponseEntity<T> answer(T body) {
        return ResponseEntity.ok().cacheControl(SOON).body(body);
    }
}
