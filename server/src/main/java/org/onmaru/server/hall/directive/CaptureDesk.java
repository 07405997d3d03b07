package org.onmaru.server.hall.directive;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.city.directory.UnitId;
import org.onmaru.server.hall.directive.capture.Doubt;
import org.onmaru.server.hall.directive.capture.Owner;
import org.onmaru.server.hall.directive.capture.Understood;
import org.onmaru.server.hall.meeting.MeetingId;
import org.onmaru.server.hall.meeting.MeetingState;
import org.onmaru.server.hall.meeting.MeetingView;
import org.onmaru.server.hall.meeting.Meetings;
import org.onmaru.server.problem.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Captures a line while a meeting is on, and for a day after it: what the clerk was just typing when the chair
/// adjourned is not lost.
@Component
public class CaptureDesk {

    private static final Duration CATCHES_UP = Duration.ofHours(24);

    /// `@전체` and more.
    private static final int MOST_OWNERS = 200;

    private final Meetings meetings;
    private final OwnerBook owners;
    private final DirectiveDesk desk;
    private final Viewers viewers;
    private final Clock clock;

    CaptureDesk(Meetings meetings, OwnerBook owners, DirectiveDesk desk, Viewers viewers, Clock clock) {
        this.meetings = meetings;
        this.owners = owners;
        this.desk = desk;
        this.viewers = viewers;
        this.clock = clock;
    }

    /// What somebody made of a line after seeing how it was understood.
    public record Corrected(
            List<UnitId> units, String sentence, @Nullable LocalDate due) {}

    /// @param id made by the caller; the same again saves nothing twice
    /// @param line as it was typed
    /// @param corrected null to save it as it is understood
    /// @param askedBy the unit that needs it done
    /// @param givenBy empty for the chair
    /// @param ago how long ago it was said, measured by the caller: two clocks that differ do not matter
    public record Request(
            UUID id,
            MeetingId meeting,
            String line,
            @Nullable Corrected corrected,
            @Nullable UnitId askedBy,
            String givenBy,
            Duration ago) {}

    /// How the line would be understood; saves nothing.
    public Understood preview(MeetingId meeting, String line) {
        var found = meeting(meeting);
        viewers.keeper(found.series());
        return owners.read(line, found.date());
    }

    @Transactional
    public List<Directive> capture(Request request) {
        var meeting = meeting(request.meeting);
        var by = viewers.keeper(meeting.series());
        var now = clock.instant();
        requireHeld(meeting, now);
        var day = meeting.date();
        var meant = request.corrected == null ? understood(request.line, day) : corrected(request.corrected, day);
        var asked = request.askedBy;
        var giver = request.givenBy.isBlank() ? viewers.giver(by, meeting.series()) : request.givenBy.strip();
        return desk.issue(
                new Capture(
                        request.id,
                        meeting,
                        request.line.strip(),
                        meant.owners(),
                        meant.sentence(),
                        asked == null ? null : owners.require(asked, day),
                        meant.due(),
                        giver,
                        said(meeting, now.minus(request.ago))),
                by);
    }

    /// The meeting, for a person of the city; nobody else learns whether it exists.
    ///
    /// @throws Problem when there is no such meeting
    public MeetingView meeting(MeetingId id) {
        viewers.current();
        return meetings.find(id)
                .orElseThrow(() -> Problem.missing("meeting-missing", "그런 회의가 없습니다.", "There is no such meeting."));
    }

    /// @throws Problem when nothing can be given or answered in that meeting now
    void requireHeld(MeetingView meeting, Instant now) {
        var adjournedAt = meeting.adjournedAt();
        boolean held = switch (meeting.state()) {
            case OPEN, IN_SESSION -> true;
            case ADJOURNED -> adjournedAt != null && !now.isAfter(adjournedAt.plus(CATCHES_UP));
            case SCHEDULED, CANCELLED -> false;
        };
        if (held) {
            return;
        }
        throw meeting.state() == MeetingState.ADJOURNED
                ? Problem.conflict(
                        "directive-meeting-over",
                        "마친 지 24시간이 지난 회의에는 더 적을 수 없습니다. 다음 회의에 적으십시오.",
                        "The meeting ended more than 24 hours ago; write it in the next one.")
                : Problem.conflict(
                        "directive-meeting-not-held", "열린 회의에서만 적을 수 있습니다.", "Write it in a meeting that is open.");
    }

    /// Nothing was said in a meeting after it ended.
    static Instant said(MeetingView meeting, Instant at) {
        var adjournedAt = meeting.adjournedAt();
        return adjournedAt != null && at.isAfter(adjournedAt) ? adjournedAt : at;
    }

    private Understood understood(String line, LocalDate day) {
        var read = owners.read(line, day);
        read.obstacle().ifPresent(doubt -> {
            throw OwnerBook.refusal(doubt);
        });
        return read;
    }

    private Understood corrected(Corrected by, LocalDate day) {
        var units = new LinkedHashSet<>(by.units);
        if (units.isEmpty() || units.size() > MOST_OWNERS) {
            throw Problem.bad("directive-no-owner", "담당 부서·기관을 하나 이상 고르십시오.", "Choose at least one unit that owns it.");
        }
        var due = by.due;
        if (due != null && due.isBefore(day)) {
            throw OwnerBook.refusal(Doubt.pastDue(due, day));
        }
        List<Owner> found =
                units.stream().map(unit -> owners.require(unit, day)).toList();
        return new Understood(found, by.sentence.strip(), due, null, List.of());
    }
}
