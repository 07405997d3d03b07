package org.onmaru.server.open.calendar;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.onmaru.server.hall.series.Phase;

/// Meetings as an iCalendar file.
final class CalendarFile {

    private static final Duration COME_BACK = Duration.ofHours(1);

    private CalendarFile() {}

    /// @param today the phase that gives the calendar its name
    /// @param base the server's address, without a path
    static String of(PublicSeries series, Phase today, List<MeetingCalendar.Day> days, String base, Instant now) {
        var calendar = new Calendar();
        calendar.add(new ProdId("-//Onmaru//Calendar of meetings//KO"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(new XProperty("X-WR-CALNAME", today.name()));
        calendar.add(new RefreshInterval(new ParameterList(), COME_BACK));
        for (var day : days) {
            for (int sitting = 0; sitting < day.sittings().size(); sitting++) {
                // The first of a day is the same event before and after its meeting is announced.
                var uid = series.series().id().value() + "-" + day.date() + "-" + (sitting + 1);
                calendar.add(event(day.sittings().get(sitting), uid, series, base, now));
            }
        }
        try {
            var text = new StringWriter();
            new CalendarOutputter(false).output(calendar, text);
            return text.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static VEvent event(PublicSitting sitting, String uid, PublicSeries series, String base, Instant now) {
        var event = new VEvent(false);
        event.add(new Uid(uid));
        event.add(new DtStamp(now));
        event.add(new DtStart<>(sitting.startsAt()));
        event.add(new DtEnd<>(sitting.startsAt().plus(Duration.ofMinutes(sitting.minutes()))));
        event.add(new Summary(sitting.fullTitle()));
        event.add(new Url(URI.create(link(sitting, series, base))));
        event.add(new Status(
                sitting.state() == PublicSitting.State.CANCELLED ? Status.VALUE_CANCELLED : Status.VALUE_CONFIRMED));
        return event;
    }

    /// Where citizens see it: its own page, or the series' while there is no meeting yet.
    static String link(PublicSitting sitting, PublicSeries series, String base) {
        var meeting = sitting.meeting();
        return meeting == null
                ? base + "/series/" + series.series().id().value()
                : base + "/meetings/" + meeting.value();
    }
}
