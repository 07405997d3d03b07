package org.onmaru.server.hall.meeting;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import org.onmaru.server.city.holiday.HolidayChanged;
import org.onmaru.server.hall.series.PhaseBook;
import org.onmaru.server.hall.series.Series;
import org.onmaru.server.hall.series.SeriesBook;
import org.onmaru.server.hall.series.SeriesCalendar;
import org.onmaru.server.hall.series.SeriesChanged;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Meetings that happen by themselves: those of today and of the next days that their series meets on always exist,
/// and each opens by itself when it is due.
///
/// Any number of servers may do this at once: a sitting exists once by its unique number, a row being opened is
/// skipped by the others, and one being cancelled is waited for. After a downtime only today's meeting is made; missed
/// days are not invented as held.
@Component
class DailyMeetings {

    /// How far ahead the next meeting of a series is looked for, in days.
    private static final int AHEAD = 40;

    private final SeriesBook series;
    private final PhaseBook phases;
    private final SeriesCalendar calendar;
    private final MeetingStore store;
    private final MeetingDesk desk;
    private final Clock clock;

    DailyMeetings(
            SeriesBook series,
            PhaseBook phases,
            SeriesCalendar calendar,
            MeetingStore store,
            MeetingDesk desk,
            Clock clock) {
        this.series = series;
        this.phases = phases;
        this.calendar = calendar;
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
        for (var each : series.all()) {
            prepare(each, today);
        }
        // One at a time, each in its own transaction. What was not held gives its ordinal back before the next takes
        // one.
        while (desk.cancelOneLapsed()) {}
        while (desk.openOneDue()) {}
    }

    private void prepare(Series of, LocalDate today) {
        var days = calendar.days(of, today, today.plusDays(AHEAD));
        boolean found = false;
        for (var day : days) {
            var hour = day.startsAt();
            // Today's, and the one after it however far away: a series that meets once a week is announced all week.
            if (hour != null && (day.date().equals(today) || !found)) {
                found |= !day.date().equals(today);
                var phase = phases.on(of.id(), day.date());
                store.insert(Sitting.of(of, phase, day.date(), hour, 1, true, false, clock.getZone()));
            }
        }
    }

    /// A day that was called off and meets again after all: its meeting is announced anew when nobody ever opened it.
    private void revive(Series now, LocalDate day) {
        for (var meeting : store.where(
                "series_id = ? AND state = 'CANCELLED' AND automatic AND opened_at IS NULL AND date = ? FOR UPDATE",
                now.id().value(),
                day)) {
            if (calendar.hourOn(now, day).isPresent()) {
                store.forget(meeting.id());
            }
        }
    }

    /// A day that became a holiday, or is one no longer, may be another day for every series.
    @EventListener
    void follow(HolidayChanged changed) {
        for (var each : series.all()) {
            follow(new SeriesChanged(each, changed.day()));
        }
    }

    /// Meetings that wait follow the series; those already open keep what people were told.
    @EventListener
    void follow(SeriesChanged changed) {
        var now = changed.series();
        for (var meeting : store.where(
                "series_id = ? AND state = 'SCHEDULED' AND automatic FOR UPDATE",
                now.id().value())) {
            var hour = calendar.hourOn(now, meeting.date());
            if (hour.isEmpty()) {
                desk.cancel(meeting.id());
                continue;
            }
            var startsAt =
                    meeting.date().atTime(hour.get()).atZone(clock.getZone()).toInstant();
            var opensAt = startsAt.minus(Duration.ofMinutes(now.opensMinutesBefore()));
            store.follow(meeting.id(), phases.on(now.id(), meeting.date()), now.minutes(), startsAt, opensAt);
        }
        for (var meeting : store.where(
                "series_id = ? AND state = 'SCHEDULED' AND NOT automatic AND NOT rehearsal FOR UPDATE",
                now.id().value())) {
            store.followBroadcast(meeting.id(), phases.on(now.id(), meeting.date()));
        }
        var day = changed.day();
        if (day != null) {
            revive(now, day);
        }
        prepare(now, LocalDate.now(clock));
    }
}
