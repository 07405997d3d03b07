package org.onmaru.server.hall.minutes;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.onmaru.server.city.audit.Audit;
import org.onmaru.server.city.identity.Actor;
import org.onmaru.server.hall.meeting.MeetingId;
import org.onmaru.server.hall.meeting.MeetingState;
import org.onmaru.server.hall.meeting.MeetingView;
import org.onmaru.server.problem.Problem;
import org.onmaru.server.writing.CleanText;
import org.onmaru.server.writing.TextMerge;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Where minutes are written and corrected. Who may is asked before; changes of the same minutes queue.
@Service
public class MinutesDesk {

    private static final Duration RESENT_WITHIN = Duration.ofDays(14);

    /// How many times longer than one writer's text what several wrote at once may become.
    private static final int MOST_MERGED = 4;

    private static final int MOST_FIELDS = 3_000;
    private static final int MOST_REQUESTS = 300;

    private final MinutesStore store;
    private final RequestStore requests;
    private final FactsBook facts;
    private final MinutesSteps steps;
    private final Audit audit;
    private final Clock clock;

    MinutesDesk(
            MinutesStore store, RequestStore requests, FactsBook facts, MinutesSteps steps, Audit audit, Clock clock) {
        this.store = store;
        this.requests = requests;
        this.facts = facts;
        this.steps = steps;
        this.audit = audit;
        this.clock = clock;
    }

    /// What somebody saw in a field and what shall be in it.
    public record Edit(MinutesField field, String base, String value) {}

    /// @throws Problem when that meeting has no minutes
    public Minutes of(MeetingView meeting) {
        requireMinutes(meeting);
        return store.of(meeting.id());
    }

    /// As they stand.
    public MinutesDraft draft(MeetingView meeting, Minutes minutes) {
        return MinutesDraft.of(facts.of(meeting), store.written(meeting.id()), minutes.grows());
    }

    /// Saves what was typed; the same change once, however often it arrives.
    @Transactional
    public void edit(MeetingView meeting, UUID change, List<Edit> edits, Actor.Person by) {
        requireMinutes(meeting);
        var before = store.hold(meeting.id());
        var now = clock.instant();
        if (!store.remember(meeting.id(), change, now)) {
            return;
        }
        var written = before.written();
        var known = facts.of(meeting);
        edits.forEach(edit -> edit(written, known, edit, by, now));
        if (store.written(meeting.id()).size() > MOST_FIELDS) {
            throw Problem.conflict("minutes-full", "회의록에 칸이 너무 많습니다.", "The minutes have too many fields.");
        }
        steps.keep(written);
    }

    private void edit(Minutes written, Facts known, Edit edit, Actor.Person by, Instant now) {
        var field = edit.field;
        var fact = written.grows() ? known.text(field.text()) : "";
        var current = store.written(written.meeting(), field.text())
                .map(there -> there.with(fact, written.grows()))
                .orElse(fact);
        var merged = TextMerge.merge(edit.base, current, edit.value);
        if (CleanText.length(merged) > MOST_MERGED * field.most()) {
            throw Problem.conflict(
                    "minutes-field-full",
                    "여러 사람이 쓴 글이 너무 길어졌습니다. 먼저 줄이십시오.",
                    "What several people wrote has become too long; shorten it first.");
        }
        var value = field.lines() ? merged : merged.replace('\n', ' ');
        store.put(written, field, value, written.grows() ? fact : null, by, now);
    }

    /// Ends the draft: what the system knew stands as it is from now on, and attendees may ask for corrections.
    @Transactional
    public void review(MeetingView meeting) {
        requireMinutes(meeting);
        if (meeting.state() != MeetingState.ADJOURNED) {
            throw Problem.conflict(
                    "minutes-not-over",
                    "회의를 마친 뒤에 정정 요청을 받을 수 있습니다.",
                    "Corrections can be asked for once the meeting is over.");
        }
        var before = store.hold(meeting.id());
        var after = before.reviewed();
        var now = clock.instant();
        store.forgetChangesBefore(now.minus(RESENT_WITHIN));
        draft(meeting, before).fields().forEach((name, field) -> store.settle(after, name, field.value(), now));
        steps.take("minutes.review-opened", before, after);
    }

    /// Oldest first.
    public List<CorrectionRequest> requests(MeetingId meeting) {
        return requests.of(meeting);
    }

    /// The same id again is the same request.
    @Transactional
    public void ask(MeetingView meeting, UUID id, String about, String words, Actor.Person by) {
        requireMinutes(meeting);
        var place = CorrectionRequest.place(about);
        var before = store.hold(meeting.id());
        var after = before.asked();
        if (requests.of(meeting.id()).size() >= MOST_REQUESTS) {
            throw Problem.conflict("minutes-requests-full", "정정 요청이 너무 많습니다.", "There are too many requests.");
        }
        var request = new CorrectionRequest(
                id,
                meeting.id(),
                before.number(),
                place,
                words.strip(),
                by.id().value(),
                by.name(),
                clock.instant(),
                null);
        if (requests.insert(request)) {
            audit.changed("minutes.correction-asked", MinutesSteps.subject(after), null, request);
            steps.keep(after);
        }
    }

    @Transactional
    public void answer(MeetingView meeting, UUID id, boolean accepted, String words, Actor.Person by) {
        requireMinutes(meeting);
        var before = store.hold(meeting.id());
        var after = before.asked();
        var request = requests.find(meeting.id(), id)
                .orElseThrow(() ->
                        Problem.missing("minutes-request-missing", "그런 정정 요청이 없습니다.", "There is no such request."));
        var answered =
                request.answered(new CorrectionRequest.Reply(accepted, words.strip(), by.name(), clock.instant()));
        requests.answer(answered);
        audit.changed("minutes.correction-answered", MinutesSteps.subject(after), request, answered);
        steps.keep(after);
    }

    /// @throws Problem when that meeting has no minutes: a rehearsal never, others once they are open
    static void requireMinutes(MeetingView meeting) {
        if (meeting.rehearsal()) {
            throw Problem.conflict("minutes-rehearsal", "리허설은 회의록을 남기지 않습니다.", "A rehearsal leaves no minutes.");
        }
        switch (meeting.state()) {
            case OPEN, IN_SESSION, ADJOURNED -> {}
            case SCHEDULED ->
                throw Problem.conflict(
                        "minutes-too-early",
                        "회의가 열리면 회의록을 쓸 수 있습니다.",
                        "Minutes can be written once the meeting is open.");
            case CANCELLED ->
                throw Problem.conflict("minutes-not-held", "열리지 않은 회의에는 회의록이 없습니다.", "The meeting was not held.");
        }
    }
}
