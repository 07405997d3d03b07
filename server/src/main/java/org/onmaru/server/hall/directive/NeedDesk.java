package org.onmaru.server.hall.directive;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.city.audit.Audit;
import org.onmaru.server.city.audit.Subject;
import org.onmaru.server.city.directory.UnitId;
import org.onmaru.server.city.identity.Denied;
import org.onmaru.server.city.identity.Permission;
import org.onmaru.server.hall.directive.capture.Doubt;
import org.onmaru.server.hall.directive.capture.Owner;
import org.onmaru.server.hall.meeting.MeetingId;
import org.onmaru.server.hall.meeting.MeetingView;
import org.onmaru.server.hall.series.SeriesBook;
import org.onmaru.server.hall.series.SeriesId;
import org.onmaru.server.problem.Problem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Writes down what units ask for, and what they are told. An accepted need becomes a directive to the unit that will
/// do it, so that one ledger says what everybody owes.
@Component
public class NeedDesk implements Needs {

    private final NeedStore store;
    private final StepStore steps;
    private final OwnerBook owners;
    private final CaptureDesk captures;
    private final DirectiveDesk directives;
    private final Viewers viewers;
    private final SeriesBook series;
    private final Audit audit;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    NeedDesk(
            NeedStore store,
            StepStore steps,
            OwnerBook owners,
            CaptureDesk captures,
            DirectiveDesk directives,
            Viewers viewers,
            SeriesBook series,
            Audit audit,
            Clock clock,
            ApplicationEventPublisher events) {
        this.store = store;
        this.steps = steps;
        this.owners = owners;
        this.captures = captures;
        this.directives = directives;
        this.viewers = viewers;
        this.series = series;
        this.audit = audit;
        this.clock = clock;
        this.events = events;
    }

    /// What somebody says about a need in a meeting.
    ///
    /// @param as anything but OPEN
    /// @param date until when it is done or studied; of no account when refused
    /// @param version what they saw
    public record Reply(
            MeetingId meeting,
            Need.State as,
            UnitId unit,
            @Nullable LocalDate date,
            String words,
            int version) {}

    /// Said in a meeting, by people of the unit or by those who keep the directives of its series.
    ///
    /// @throws Denied when it is not theirs to ask
    @Transactional
    public Need inMeeting(NeedId id, MeetingId in, UnitId unit, String sentence) {
        var meeting = captures.meeting(in);
        var by = viewers.current();
        if (!by.keeps(meeting.series()) && !(by.isOf(unit) && by.sees(meeting.series()))) {
            throw new Denied(by.person(), Permission.KEEP_DIRECTIVES);
        }
        var now = clock.instant();
        captures.requireHeld(meeting, now);
        var asking = owners.require(unit, meeting.date());
        return raise(
                new Need(
                        id,
                        meeting.series(),
                        unit,
                        asking.name(),
                        sentence.strip(),
                        in,
                        null,
                        meeting.rehearsal(),
                        CaptureDesk.said(meeting, now),
                        by.plate(),
                        Need.State.OPEN,
                        null,
                        1),
                by);
    }

    @Override
    public List<Need> open(SeriesId of) {
        return store.open(of);
    }

    @Override
    @Transactional
    public Need fromReport(NeedId id, SeriesId of, UnitId unit, String sentence, UUID report) {
        var by = viewers.current();
        var asking = owners.require(unit, LocalDate.now(clock));
        return raise(
                new Need(
                        id,
                        series.get(of).id(),
                        unit,
                        asking.name(),
                        sentence.strip(),
                        null,
                        report,
                        false,
                        clock.instant(),
                        by.plate(),
                        Need.State.OPEN,
                        null,
                        1),
                by);
    }

    /// @throws Denied when they do not keep the directives of that series
    @Transactional
    public Need answer(NeedId id, Reply reply) {
        var meeting = captures.meeting(reply.meeting);
        var by = viewers.keeper(meeting.series());
        captures.requireHeld(meeting, clock.instant());
        var before = store.lock(id).orElseThrow(NeedBook::missing);
        requireSameHall(before, meeting);
        if (before.version() != reply.version) {
            throw Problem.conflict(
                    "need-changed",
                    "그 사이 다른 사람이 답했습니다. 새 내용을 보고 다시 하십시오.",
                    "Somebody answered it meanwhile; look at it and try again.");
        }
        requireWhole(reply, meeting);
        var answering = owners.require(reply.unit, meeting.date());
        var date = reply.as == Need.State.REFUSED ? null : reply.date;
        var given = new Need.Answer(
                answering.unit(),
                answering.name(),
                date,
                reply.words.strip(),
                by.plate(),
                clock.instant(),
                meeting.id(),
                null);
        var answered = before.answered(reply.as, given);
        if (reply.as == Need.State.ACCEPTED) {
            answered = before.answered(reply.as, given.became(promised(before, answering, date, meeting, by)));
        }
        store.update(answered);
        write(answered, reply.as.name(), before.state().name(), reply.words.strip(), by);
        audit.changed("need.answered", subject(id), before, answered);
        announce(answered);
        return answered;
    }

    @Override
    public List<Need> answeredSince(UnitId unit, LocalDate since) {
        return store.answeredSince(unit, since.atStartOfDay(clock.getZone()).toInstant());
    }

    @Override
    public List<Need> answeredIn(MeetingId meeting) {
        return store.answeredIn(meeting);
    }

    @Override
    public List<Need> raisedOn(SeriesId series, LocalDate day) {
        return store.raised(
                series,
                day.atStartOfDay(clock.getZone()).toInstant(),
                day.plusDays(1).atStartOfDay(clock.getZone()).toInstant());
    }

    private Need raise(Need need, Viewer by) {
        if (!store.insert(need)) {
            var there = store.find(need.id()).orElseThrow(NeedBook::missing);
            if (!there.unit().equals(need.unit()) || !there.sentence().equals(need.sentence())) {
                throw Problem.conflict("need-written", "이미 적은 건의입니다.", "This need is written down already.");
            }
            return there;
        }
        write(need, "RAISE", null, "", by);
        audit.changed("need.raised", subject(need.id()), null, need);
        announce(need);
        return need;
    }

    private DirectiveId promised(Need need, Owner owner, @Nullable LocalDate due, MeetingView meeting, Viewer by) {
        var capture = new Capture(
                need.id().value(),
                meeting,
                need.sentence(),
                List.of(owner),
                need.sentence(),
                new Owner(need.unit(), need.unitName(), null),
                due,
                viewers.giver(by, meeting.series()),
                CaptureDesk.said(meeting, clock.instant()));
        return directives.issue(capture, by).getFirst().id();
    }

    /// A need of one series is not answered in another, and a rehearsal touches only its own.
    private static void requireSameHall(Need need, MeetingView meeting) {
        boolean same = need.series().equals(meeting.series()) && need.rehearsal() == meeting.rehearsal();
        if (!same || (need.rehearsal() && !meeting.id().equals(need.meeting()))) {
            throw Problem.conflict(
                    "need-elsewhere",
                    "이 회의에서 답할 수 있는 건의가 아닙니다. 그 회의체의 회의에서 답하십시오.",
                    "This need cannot be answered in this meeting; answer it in one of its own series.");
        }
    }

    private static void requireWhole(Reply reply, MeetingView meeting) {
        switch (reply.as) {
            case OPEN ->
                throw Problem.bad("need-answer", "수용, 검토, 불수용 가운데 고르십시오.", "Accept it, study it, or refuse it.");
            case REFUSED -> {
                if (reply.words.isBlank()) {
                    throw Problem.bad("need-reason", "수용하지 않는 까닭을 적으십시오.", "Write why it is refused.");
                }
            }
            case ACCEPTED, UNDER_STUDY -> {
                var date = reply.date;
                if (date == null) {
                    throw Problem.bad("need-date", "언제까지인지 적으십시오.", "Write until when.");
                }
                if (date.isBefore(meeting.date())) {
                    throw OwnerBook.refusal(Doubt.pastDue(date, meeting.date()));
                }
            }
        }
    }

    private void write(Need need, String move, @Nullable String from, String note, Viewer by) {
        var person = by.person();
        steps.append(
                need.id().value(),
                need.version(),
                new Step(
                        move,
                        from,
                        need.state().name(),
                        clock.instant(),
                        person.id().value(),
                        person.name(),
                        person.post(),
                        need.unitName(),
                        "",
                        note));
    }

    private void announce(Need need) {
        events.publishEvent(new DirectivesChanged(
                need.series(),
                LocalDate.ofInstant(need.raisedAt(), clock.getZone()),
                need.rehearsal() ? need.meeting() : null,
                clock.instant()));
    }

    private static Subject subject(NeedId id) {
        return Subject.of("need", id.value());
    }
}
