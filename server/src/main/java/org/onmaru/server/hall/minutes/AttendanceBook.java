package org.onmaru.server.hall.minutes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.onmaru.server.hall.meeting.MeetingChanged;
import org.onmaru.server.hall.meeting.MeetingId;
import org.onmaru.server.hall.meeting.MeetingState;
import org.onmaru.server.hall.meeting.MeetingView;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who was in the room while the meeting was in session, whichever servers saw them.
@Component
class AttendanceBook implements Attendance {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    /// What this server has written down already: rooms are looked at every few seconds.
    private final Map<MeetingId, Set<Attendee>> known = new ConcurrentHashMap<>();

    AttendanceBook(JdbcClient jdbc, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
    }

    @Override
    public void saw(MeetingView meeting, List<Attendee> there) {
        if (meeting.state() != MeetingState.IN_SESSION || meeting.rehearsal()) {
            return;
        }
        var seen = known.computeIfAbsent(meeting.id(), _ -> ConcurrentHashMap.newKeySet());
        boolean news = false;
        for (var one : there) {
            if (!seen.contains(one)) {
                write(meeting.id(), one);
                seen.add(one);
                news = true;
            }
        }
        if (news) {
            events.publishEvent(new MinutesChanged(meeting.id()));
        }
    }

    /// The chair first, then by seat and name.
    List<Attendee> of(MeetingId meeting) {
        return jdbc.sql("""
                SELECT * FROM minutes_attendance WHERE meeting_id = ?
                ORDER BY chairs DESC, seat NULLS LAST, unit COLLATE "ko-x-icu", name COLLATE "ko-x-icu", identity""")
                .param(meeting.value())
                .query(AttendanceBook::attendee)
                .list();
    }

    @EventListener
    void follow(MeetingChanged change) {
        if (change.meeting().state() == MeetingState.ADJOURNED) {
            known.remove(change.meeting().id());
        }
    }

    /// Whose plate changes in a meeting is written down by the newer one.
    private void write(MeetingId meeting, Attendee one) {
        jdbc.sql("""
                INSERT INTO minutes_attendance VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (meeting_id, identity) DO UPDATE SET name = excluded.name, unit = excluded.unit,
                    post = excluded.post, attends = excluded.attends, chairs = excluded.chairs, seat = excluded.seat""")
                .param(meeting.value())
                .param(one.identity())
                .param(one.name())
                .param(one.unit())
                .param(one.post())
                .param(one.attends())
                .param(one.chairs())
                .param(one.seat())
                .param(Timestamp.from(clock.instant()))
                .update();
    }

    private static Attendee attendee(ResultSet row, int number) throws SQLException {
        return new Attendee(
                row.getString("identity"),
                row.getString("name"),
                row.getString("unit"),
                row.getString("post"),
                row.getBoolean("attends"),
                row.getBoolean("chairs"),
                row.getObject("seat", Integer.class));
    }
}
