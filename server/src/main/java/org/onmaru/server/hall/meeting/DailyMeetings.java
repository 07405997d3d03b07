package org.onmaru.server.hall.meeting;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import org.onmaru.server.hall.series.Series;
import org.onmaru.server.hall.series.SeriesBook;
import org.onmaru.server.hall.series.SeriesChanged;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// The meeting that happens every day, holidays included: today's and tomorrow's always exist, and each opens by
/// itself when it is due.
///
/// Any number of servers may do this at once: a sitting exists once by its unique number, a row being opened is
/// skipped by the others, and one being cancelled is waited for. After a downtime only today's meeting is made; missed
/// days are not invented as held.
@Component
class DailyMeetings {

    private final SeriesBook series;
    private final MeetingStore store;
    private final MeetingDesk desk;
    private final Clock clock;

    DailyMeetings(SeriesBook series, MeetingStore store, MeetingDesk desk, Clock clock) {
        this.series = series;
        this.store = store;
        this.desk = desk;
        this.clock = clock;
    }

    /// After the demo's people, before the server says that it is ready.
    @EventListener(ApplicationReadyEvent.class)
    @Order(100)
    void atStart() {
        tick();
    }

    @Scheduled(initialDelayString = "PT5S", fixedDelayString = "PT5S")
    void tick() {
        var today = LocalDate.now(clock);
        for (var daily : series.daily()) {
            prepare(daily, today);
            prepare(daily, today.plusDays(1));
        }
        // One at a time, each in its own transaction. What was not held gives its ordinal back before the next takes
        // one.
        while (desk.cancelOneLapsed()) {}
        while (desk.openOneDue()) {}
    }

    private void prepare(Series daily, LocalDate day) {
        if (!day.isBefore(daily.from())) {
            store.insert(Sitting.of(daily, day, daily.startsAt(), 1, true, false, clock.getZone()));
        }
    }

    /// Meetings that wait follow the series; those already open keep what people were told.
    @EventListener
    void follow(SeriesChanged changed) {
        var now = changed.series();
        for (var meeting : store.where(
                "series_id = ? AND state = 'SCHEDULED' AND automatic FOR UPDATE",
                now.id().value())) {
            var startsAt = meeting.date()
                    .atTime(now.startsAt())
                    .atZone(clock.getZone())
                    .toInstant();
            var opensAt = startsAt.minus(Duration.ofMinutes(now.opensMinutesBefore()));
            store.follow(meeting.id(), now, startsAt, opensAt);
        }
    }
}
