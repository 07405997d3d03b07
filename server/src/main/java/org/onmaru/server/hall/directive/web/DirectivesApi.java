package org.onmaru.server.hall.directive.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.city.directory.UnitId;
import org.onmaru.server.hall.directive.CaptureDesk;
import org.onmaru.server.hall.directive.Directive;
import org.onmaru.server.hall.directive.DirectiveBook;
import org.onmaru.server.hall.directive.DirectiveDesk;
import org.onmaru.server.hall.directive.DirectiveId;
import org.onmaru.server.hall.directive.DirectiveMove;
import org.onmaru.server.hall.directive.DirectiveState;
import org.onmaru.server.hall.directive.Viewers;
import org.onmaru.server.hall.directive.Wanted;
import org.onmaru.server.hall.directive.capture.Doubt;
import org.onmaru.server.hall.directive.capture.Understood;
import org.onmaru.server.hall.meeting.MeetingId;
import org.onmaru.server.problem.PlainText;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Directives: captured in one line, moved step by step, found again.
@RestController
@RequestMapping("/api/v1/directives")
class DirectivesApi {

    private static final int PAGE = 50;
    private static final int LONGEST_LINE = 500;
    private static final int LONGEST_REASON = 300;

    private final Viewers viewers;
    private final CaptureDesk captures;
    private final DirectiveDesk desk;
    private final DirectiveBook book;
    private final DirectiveAnswers answers;
    private final Clock clock;

    DirectivesApi(
            Viewers viewers,
            CaptureDesk captures,
            DirectiveDesk desk,
            DirectiveBook book,
            DirectiveAnswers answers,
            Clock clock) {
        this.viewers = viewers;
        this.captures = captures;
        this.desk = desk;
        this.book = book;
        this.answers = answers;
        this.clock = clock;
    }

    record PreviewRequest(
            @NotNull UUID meetingId,

            @PlainText(max = LONGEST_LINE) @Schema(example = "@강천면 마스크 3천 장 3/10까지")
            String line) {}

    /// @param name as the unit is called on the meeting's day
    /// @param formerName what was written, when that is its former name
    record CaptureOwner(UUID unitId, String name, @Nullable String formerName) {}

    /// @param blocks whether the line cannot be saved as it is
    /// @param near names that may have been meant
    record CaptureDoubt(Doubt.Kind kind, boolean blocks, String ko, String en, List<String> near) {}

    /// How a line was understood.
    ///
    /// @param dueWords the words the due date was read from
    /// @param ready whether it can be saved as it is
    record CapturePreview(
            List<CaptureOwner> owners,
            String sentence,
            @Nullable LocalDate due,
            @Nullable String dueWords,
            List<CaptureDoubt> doubts,
            boolean ready) {

        static CapturePreview of(Understood read) {
            return new CapturePreview(
                    read.owners().stream()
                            .map(owner -> new CaptureOwner(owner.unit().value(), owner.name(), owner.formerName()))
                            .toList(),
                    read.sentence(),
                    read.due(),
                    read.dueWords(),
                    read.doubts().stream()
                            .map(doubt -> new CaptureDoubt(
                                    doubt.kind(), doubt.kind().blocks(), doubt.ko(), doubt.en(), doubt.near()))
                            .toList(),
                    read.obstacle().isEmpty());
        }
    }

    record CaptureCorrection(
            @NotNull @Size(max = 200) List<UUID> unitIds,
            @PlainText(max = LONGEST_LINE) String sentence,
            @Nullable LocalDate due) {}

    /// @param captureId made by the caller: sent twice, it is saved once
    /// @param correction null to save the line as it is understood
    /// @param askedByUnitId the unit that needs it done; null when none
    /// @param givenBy empty for the chair
    /// @param saidAgoMs how long ago it was said, by the caller's own stopwatch
    record CaptureRequest(
            @NotNull UUID captureId,
            @NotNull UUID meetingId,
            @PlainText(max = LONGEST_LINE) String line,
            @Valid @Nullable CaptureCorrection correction,
            @Nullable UUID askedByUnitId,
            @NotNull @PlainText(blank = true) String givenBy,
            @Min(0) @Max(86_400_000) long saidAgoMs) {}

    /// @param version of the directive as the caller saw it
    /// @param reason needed to return, merge, cancel or reassign; else empty
    /// @param intoId for a merge
    /// @param unitId for a reassignment
    record MoveRequest(
            @NotNull DirectiveMove move,
            int version,
            @PlainText(max = LONGEST_REASON, blank = true) String reason,
            @PlainText(max = LONGEST_REASON, blank = true) String note,
            @Nullable UUID intoId,
            @Nullable UUID unitId) {}

    record DirectivePage(List<DirectiveAnswer> directives, int total, int page, int pageSize) {}

    /// @param urgency on the day of the meeting
    record CarriedAnswer(DirectiveAnswer directive, Directive.Urgency urgency, int times) {}

    /// A page of those the caller may see.
    ///
    /// @param meeting all that was given in that meeting, a rehearsal too; the other filters are then of no account
    /// @param page from 0
    @GetMapping
    DirectivePage listDirectives(
            @RequestParam(required = false) @Nullable UUID meeting,
            @RequestParam(required = false) @Nullable UUID series,
            @RequestParam(required = false) @Nullable UUID unit,
            @RequestParam(required = false) @Nullable Set<DirectiveState> state,
            @RequestParam(required = false) Directive.@Nullable Urgency urgency,
            @RequestParam(required = false) @Nullable @Size(max = 100) String text,
            @RequestParam(defaultValue = "DUE") Wanted.Order order,
            @RequestParam(defaultValue = "0") @Min(0) @Max(10_000) int page) {
        var by = viewers.current();
        if (meeting != null) {
            var all = book.of(captures.meeting(new MeetingId(meeting)), by);
            return new DirectivePage(answers.of(all, by), all.size(), 0, Math.max(PAGE, all.size()));
        }
        var wanted = new Wanted(
                series,
                unit,
                state == null ? Set.of() : state,
                urgency,
                text == null || text.isBlank() ? null : text,
                order,
                LocalDate.now(clock));
        var found = book.find(wanted, by, page * PAGE, PAGE);
        return new DirectivePage(answers.of(found.directives(), by), found.total(), page, PAGE);
    }

    /// What enters the agenda of a meeting: overdue first, then due on its day, then the rest.
    @GetMapping("/carried")
    List<CarriedAnswer> listCarriedDirectives(@RequestParam UUID meeting) {
        var by = viewers.current();
        var carried = book.carriedInto(captures.meeting(new MeetingId(meeting)), by);
        var told = answers.of(carried.stream().map(one -> one.directive()).toList(), by);
        return IntStream.range(0, told.size())
                .mapToObj(i -> new CarriedAnswer(
                        told.get(i), carried.get(i).urgency(), carried.get(i).times()))
                .toList();
    }

    @GetMapping("/{id}")
    DirectiveAnswer getDirective(@PathVariable UUID id) {
        var by = viewers.current();
        return answers.of(book.get(new DirectiveId(id), by), by);
    }

    /// How a line would be understood; saves nothing.
    @PostMapping("/preview")
    CapturePreview previewDirective(@Valid @RequestBody PreviewRequest body) {
        return CapturePreview.of(captures.preview(new MeetingId(body.meetingId), body.line));
    }

    /// One directive of each owner.
    @PostMapping
    List<DirectiveAnswer> captureDirective(@Valid @RequestBody CaptureRequest body) {
        var by = viewers.current();
        var correction = body.correction;
        var issued = captures.capture(new CaptureDesk.Request(
                body.captureId,
                new MeetingId(body.meetingId),
                body.line,
                correction == null
                        ? null
                        : new CaptureDesk.Corrected(
                                correction.unitIds.stream().map(UnitId::new).toList(),
                                correction.sentence,
                                correction.due),
                body.askedByUnitId == null ? null : new UnitId(body.askedByUnitId),
                body.givenBy,
                Duration.ofMillis(body.saidAgoMs)));
        return answers.of(issued, by);
    }

    @PostMapping("/{id}/moves")
    DirectiveAnswer moveDirective(@PathVariable UUID id, @Valid @RequestBody MoveRequest body) {
        var by = viewers.current();
        var order = new DirectiveDesk.Order(
                body.move,
                body.version,
                body.reason,
                body.note,
                body.intoId == null ? null : new DirectiveId(body.intoId),
                body.unitId == null ? null : new UnitId(body.unitId));
        return answers.of(desk.move(new DirectiveId(id), order, by), by);
    }
}
