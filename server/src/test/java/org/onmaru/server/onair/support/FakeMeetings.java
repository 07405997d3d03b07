package org.onmaru.server.onair.support;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.city.identity.Rehearsals;
import org.onmaru.server.hall.meeting.EmptyRoom;
import org.onmaru.server.hall.meeting.MeetingChanged;
import org.onmaru.server.hall.meeting.MeetingId;
import org.onmaru.server.hall.meeting.MeetingState;
import org.onmaru.server.hall.meeting.MeetingView;
import org.onmaru.server.hall.meeting.Meetings;
import org.onmaru.server.hall.series.SeriesId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessResourceFailureException;

/// Meetings in memory, which a test moves through their states, or takes away as a lost database would.
public final class FakeMeetings implements Meetings, Rehearsals {

    public static final SeriesId SERIES = new SeriesId(new UUID(0, 1));
    private static final LocalDate DAY = LocalDate.of(2020, 12, 8);

    private final Map<MeetingId, MeetingView> all = new ConcurrentHashMap<>();
    private final ApplicationEventPublisher events;
    private volatile boolean lost;

    public FakeMeetings(ApplicationEventPublisher events) {
        this.events = events;
    }

    /// A meeting in this state.
    public MeetingView put(MeetingState state, boolean rehearsal) {
        MeetingView meeting = with(new MeetingId(UUID.randomUUID()), SERIES, DAY, state, rehearsal, true);
        set(meeting, MeetingState.SCHEDULED);
        return meeting;
    }

    /// One of a series that there is, on that day.
    public MeetingView put(MeetingState state, SeriesId series, LocalDate date) {
        MeetingView meeting = with(new MeetingId(UUID.randomUUID()), series, date, state, false, true);
        set(meeting, MeetingState.SCHEDULED);
        return meeting;
    }

    /// Moves a meeting on.
    public MeetingView move(MeetingView meeting, MeetingState to) {
        MeetingView before = all.getOrDefault(meeting.id(), meeting);
        return set(
                with(meeting.id(), before.series(), before.date(), to, meeting.rehearsal(), before.broadcast()),
                before.state());
    }

    /// Opens a meeting to citizens, or closes it.
    public MeetingView forCitizens(MeetingView meeting, boolean whether) {
        MeetingView before = all.getOrDefault(meeting.id(), meeting);
        return set(
                with(meeting.id(), before.series(), before.date(), before.state(), meeting.rehearsal(), whether),
                before.state());
    }

    /// From now on every question fails, or none.
    public void lose(boolean now) {
        lost = now;
    }

    @Override
    public boolean isRehearsal(UUID meeting) {
        return find(new MeetingId(meeting)).filter(MeetingView::rehearsal).isPresent();
    }

    @Override
    public Optional<MeetingView> find(MeetingId id) {
        return Optional.ofNullable(known().get(id));
    }

    @Override
    public List<MeetingView> between(LocalDate from, LocalDate to) {
        return List.copyOf(known().values());
    }

    @Override
    public List<MeetingView> live() {
        return in(MeetingState.OPEN, MeetingState.IN_SESSION);
    }

    @Override
    public List<MeetingView> adjourned(int limit) {
        return in(MeetingState.ADJOURNED).stream()
                .filter(MeetingView::isPublic)
                .sorted(Comparator.comparing(MeetingView::startsAt).reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public List<MeetingView> held(SeriesId series, Instant since) {
        return in(MeetingState.ADJOURNED).stream()
                .filter(meeting -> !meeting.rehearsal() && meeting.series().equals(series))
                .toList();
    }

    @Override
    public Optional<MeetingView> next() {
        return in(MeetingState.SCHEDULED, MeetingState.OPEN).stream()
                .filter(MeetingView::isPublic)
                .findFirst();
    }

    /// The test moves them.
    @Override
    public EmptyRoom whenEmpty(MeetingId id, Instant since) {
        return EmptyRoom.NOTHING;
    }

    @Override
    public boolean adjournEmpty(MeetingId id, Instant since) {
        return false;
    }

    @Override
    public MeetingView openRehearsal() {
        return put(MeetingState.OPEN, true);
    }

    private Map<MeetingId, MeetingView> known() {
        if (lost) {
            throw new DataAccessResourceFailureException("taken away by the test");
        }
        return all;
    }

    private List<MeetingView> in(MeetingState... states) {
        return known().values().stream()
                .filter(meeting -> List.of(states).contains(meeting.state()))
                .toList();
    }

    private MeetingView set(MeetingView meeting, MeetingState before) {
        all.put(meeting.id(), meeting);
        events.publishEvent(new MeetingChanged(meeting, before));
        return meeting;
    }

    private static MeetingView with(
            MeetingId id, SeriesId series, LocalDate date, MeetingState state, boolean rehearsal, boolean broadcast) {
        Instant start = Instant.parse("2020-12-07T23:30:00Z");
        boolean begun = state == MeetingState.IN_SESSION || state == MeetingState.ADJOURNED;
        return new MeetingView(
                id,
                series,
                "통합재난 안전대책 영상회의",
                "Integrated Disaster Meeting",
                rehearsal ? null : ordinal(state),
                date,
                start,
                60,
                state,
                rehearsal,
                broadcast,
                begun ? start : null,
                state == MeetingState.ADJOURNED ? start.plusSeconds(1800) : null,
                false);
    }

    private static @Nullable Integer ordinal(MeetingState state) {
        return state == MeetingState.SCHEDULED ? null : 287;
    }
}
