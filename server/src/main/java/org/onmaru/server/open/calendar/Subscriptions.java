package org.onmaru.server.open.calendar;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.onmaru.server.hall.series.SeriesId;
import org.onmaru.server.problem.Problem;
import org.onmaru.server.settings.PublicAddress;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The calendar of a series for programs that come back for it: iCalendar (RFC 5545) and Atom (RFC 4287).
@Hidden
@RestController
@RequestMapping("/api/v1/public/series/{id}")
class Subscriptions {

    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);
    private static final MediaType ATOM = new MediaType("application", "atom+xml", StandardCharsets.UTF_8);
    private static final CacheControl A_WHILE =
            CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic();
    private static final int PAST_DAYS = 90;
    private static final int AHEAD_DAYS = 60;

    private final MeetingCalendar calendar;
    private final PublicAddress address;
    private final Clock clock;

    Subscriptions(MeetingCalendar calendar, PublicAddress address, Clock clock) {
        this.calendar = calendar;
        this.address = address;
        this.clock = clock;
    }

    /// Meetings of the last months and of the next weeks.
    @GetMapping("/meetings.ics")
    ResponseEntity<String> calendarFile(@PathVariable UUID id, HttpServletRequest request) {
        var series = found(id);
        var today = LocalDate.now(clock);
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .cacheControl(A_WHILE)
                .body(CalendarFile.of(
                        series,
                        series.on(today),
                        calendar.days(series, today.minusDays(PAST_DAYS), today.plusDays(AHEAD_DAYS)),
                        address.of(request),
                        clock.instant()));
    }

    /// Meetings that were held, latest first.
    @GetMapping("/meetings.atom")
    ResponseEntity<String> feed(@PathVariable UUID id, HttpServletRequest request) {
        var series = found(id);
        var today = LocalDate.now(clock);
        var held = calendar.days(series, today.minusDays(PAST_DAYS), today).reversed().stream()
                .map(MeetingCalendar.Day::sittings)
                .map(List::reversed)
                .flatMap(List::stream)
                .filter(sitting -> sitting.state() == PublicSitting.State.ADJOURNED)
                .toList();
        return ResponseEntity.ok()
                .contentType(ATOM)
                .cacheControl(A_WHILE)
                .body(AtomFile.of(series, series.on(today), held, address.of(request)));
    }

    private PublicSeries found(UUID id) {
        return calendar.find(new SeriesId(id))
                .orElseThrow(() -> Problem.missing("series-missing", "그런 회의체가 없습니다.", "There is no such series."));
    }
}
