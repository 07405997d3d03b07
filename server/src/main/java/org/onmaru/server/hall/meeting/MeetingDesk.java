package org.onmaru.server.hall.meeting;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.city.audit.Audit;
import org.onmaru.server.city.audit.Subject;
import org.onmaru.server.city.identity.Rehearsals;
import org.onmaru.server.hall.series.PhaseBook;
import org.onmaru.server.hall.series.Series;
import org.onmaru.server.hall.series.SeriesBook;
import org.onmaru.server.hall.series.SeriesId;
import org.onmaru.server.problem.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Makes meetings and moves them through their life.
@Component
class MeetingDesk implements Meetings, Rehearsals {

    private static final Logger log = LoggerFactory.getLogger(MeetingDesk.class);

    private final MeetingStore store;
    private final SeriesBook series;
    private final PhaseBook phases;
    private final Clock clock;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    MeetingDesk(
            MeetingStore store,
            SeriesBook series,
            PhaseBook phases,
            Clock clock,
            Audit audit,
            ApplicationEventPublisher events) {
        this.store = store;
        this.series = series;
        this.phases = phases;
        this.clock = clock;
        this.audit = audit;
        this.events = events;
    }

    @Override
    public Optional<MeetingView> find(MeetingId id) {
        return store.find(id).map(Meeting::view);
    }

    @Override
    public List<MeetingView> between(LocalDate from, LocalDate to) {
        return views(store.where("date BETWEEN ? AND ? ORDER BY starts_at, sitting NULLS LAST, id", from, to));
    }

    @Override
    public List<MeetingView> live() {
        return views(store.where("state IN ('OPEN', 'IN_SESSION') ORDER BY starts_at, id"));
    }

    @Override
    public List<MeetingView> adjourned(int limit) {
        return views(store.where(
                "state = 'ADJOURNED' AND NOT rehearsal AND broadcast ORDER BY starts_at DESC, id LIMIT ?", limit));
    }

    @Override
    public List<MeetingView> held(SeriesId of, Instant since) {
        return views(store.where(
                "series_id = ? AND state = 'ADJOURNED' AND NOT rehearsal AND adjourned_at >= ? ORDER BY adjourned_at, id",
                of.value(),
                Timestamp.from(since)));
    }

    @Override
    public Optional<MeetingView> next() {
        return views(store.where(
                        "state IN ('SCHEDULED', 'OPEN') AND NOT rehearsal AND broadcast AND date >= ? ORDER BY starts_at, id LIMIT 1",
                        LocalDate.now(clock)))
                .stream()
                .findFirst();
    }

    @Override
    public boolean isRehearsal(UUID meeting) {
        return find(new MeetingId(meeting)).filter(MeetingView::rehearsal).isPresent();
    }

    @Override
    @Transactional
    public MeetingView openRehearsal() {
        var first = series.all().stream()
                .findFirst()
                .orElseThrow(() -> Problem.conflict(
                        "no-daily-series",
                        "리허설을 열 회의체가 없습니다. 먼저 회의체를 만드십시오.",
                        "There is no series to rehearse; create one first."));
        var rehearsal = create(first, LocalDate.now(clock), LocalTime.now(clock), true, null);
        return open(rehearsal.id());
    }

    /// Another sitting of the series; the first of a day is usually there by itself.
    ///
    /// @param broadcast whether it is meant for citizens, from its first moment; null: as its phase says
    @Transactional
    public MeetingView create(
            Series of, LocalDate date, @Nullable LocalTime at, boolean rehearsal, @Nullable Boolean broadcast) {
        var today = LocalDate.now(clock);
        if (date.isBefore(today) || date.isAfter(today.plusYears(1))) {
            throw Problem.bad("meeting-date", "오늘부터 1년 안의 날짜를 고르십시오.", "Choose a day from today up to one year ahead.");
        }
        var sitting = rehearsal ? null : Integer.valueOf(store.nextSitting(of.id(), date));
        var meeting = Sitting.of(
                of,
                phases.on(of.id(), date),
                date,
                at == null ? of.startsAt() : at,
                sitting,
                false,
                rehearsal,
                clock.getZone());
        if (broadcast == null || rehearsal) {
            store.insert(meeting);
            return meeting.view();
        }
        var decided = meeting.forCitizens(broadcast);
        store.insert(decided);
        store.decideBroadcast(decided.id(), broadcast);
        return decided.view();
    }

    @Transactional
    public MeetingView open(MeetingId id) {
        return move(id, meeting -> meeting.open(clock.instant(), () -> series.takeOrdinal(meeting.series())));
    }

    @Transactional
    public MeetingView start(MeetingId id) {
        return move(id, meeting -> meeting.start(clock.instant()));
    }

    @Transactional
    public MeetingView adjourn(MeetingId id) {
        return move(id, meeting -> meeting.adjourn(clock.instant()));
    }

    /// Decides whether citizens see this one meeting, whatever its series' phase says.
    @Transactional
    public MeetingView decideBroadcast(MeetingId id, boolean whether) {
        var before = locked(id);
        var after = before.forCitizens(whether);
        store.decideBroadcast(id, whether);
        audit.changed("meeting.broadcast", Subject.of("meeting", id.value()), before.broadcast(), after.broadcast());
        events.publishEvent(new MeetingChanged(after.view(), before.state()));
        return after.view();
    }

    @Override
    public EmptyRoom whenEmpty(MeetingId id, Instant since) {
        return store.find(id)
                .map(meeting -> meeting.whenEmpty(since, clock.instant(), clock.getZone()))
                .orElse(EmptyRoom.NOTHING);
    }

    @Override
    @Transactional
    public boolean adjournEmpty(MeetingId id, Instant since) {
        var now = clock.instant();
        var due = store.lock(id).filter(one -> one.whenEmpty(since, now, clock.getZone()) == EmptyRoom.OVER);
        due.ifPresent(_ -> {
            move(id, meeting -> meeting.adjournEmpty(since, now, clock.getZone()));
            log.info("meeting {} is adjourned by itself: nobody has been in its room since {}", id.value(), since);
        });
        return due.isPresent();
    }

    @Transactional
    public MeetingView cancel(MeetingId id) {
        return move(id, meeting -> {
            var cancelled = meeting.cancel(clock.instant());
            var ordinal = meeting.ordinal();
            if (ordinal != null) {
                series.giveBackOrdinal(meeting.series(), ordinal);
            }
            return cancelled;
        });
    }

    /// Opens one meeting of a daily series that is due, unless another server is just doing it.
    @Transactional
    public boolean openOneDue() {
        var due = store.where(
                "state = 'SCHEDULED' AND automatic AND opens_at <= ? AND date >= ? ORDER BY starts_at LIMIT 1"
                        + " FOR UPDATE SKIP LOCKED",
                Timestamp.from(clock.instant()),
                LocalDate.now(clock));
        due.forEach(meeting -> open(meeting.id()));
        return !due.isEmpty();
    }

    /// Cancels one meeting of an earlier day that was never started: it was not held. Waits while another server does
    /// the same, so that after this answers false every ordinal that was not used has been given back.
    @Transactional
    public boolean cancelOneLapsed() {
        var lapsed = store
                .where(
                        "state IN ('SCHEDULED', 'OPEN') AND date < ? ORDER BY starts_at, id FOR UPDATE",
                        LocalDate.now(clock))
                .stream()
                .filter(meeting -> meeting.hasLapsed(clock.instant()))
                .limit(1)
                .toList();
        lapsed.forEach(meeting -> cancel(meeting.id()));
        return !lapsed.isEmpty();
    }

    private MeetingView move(MeetingId id, UnaryOperator<Meeting> step) {
        var before = locked(id);
        var after = step.apply(before);
        store.update(after);
        audit.changed("meeting.state", Subject.of("meeting", id.value()), before.state(), after.state());
        events.publishEvent(new MeetingChanged(after.view(), before.state()));
        return after.view();
    }

    private Meeting locked(MeetingId id) {
        return store.lock(id)
                .orElseThrow(() -> Problem.missing("meeting-missing", "그런 회의가 없습니다.", "There is no such meeting."));
    }

    private static List<MeetingView> views(List<Meeting> meetings) {
        return meetings.stream().map(Meeting::view).toList();
    }
}
