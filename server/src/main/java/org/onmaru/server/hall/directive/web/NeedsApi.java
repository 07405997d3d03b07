package org.onmaru.server.hall.directive.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.city.directory.UnitId;
import org.onmaru.server.hall.directive.CaptureDesk;
import org.onmaru.server.hall.directive.Need;
import org.onmaru.server.hall.directive.NeedBook;
import org.onmaru.server.hall.directive.NeedDesk;
import org.onmaru.server.hall.directive.NeedId;
import org.onmaru.server.hall.directive.Viewers;
import org.onmaru.server.hall.meeting.MeetingId;
import org.onmaru.server.problem.PlainText;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Needs: what units ask for in a meeting, and what they are told there.
@RestController
@RequestMapping("/api/v1/needs")
class NeedsApi {

    private static final int PAGE = 50;
    private static final int LONGEST = 500;

    private final Viewers viewers;
    private final CaptureDesk captures;
    private final NeedDesk desk;
    private final NeedBook book;
    private final NeedAnswers answers;

    NeedsApi(Viewers viewers, CaptureDesk captures, NeedDesk desk, NeedBook book, NeedAnswers answers) {
        this.viewers = viewers;
        this.captures = captures;
        this.desk = desk;
        this.book = book;
        this.answers = answers;
    }

    /// @param id made by the caller: sent twice, it is written down once
    record NeedRequest(
            @NotNull UUID id,
            @NotNull UUID meetingId,
            @NotNull UUID unitId,
            @PlainText(max = LONGEST) String sentence) {}

    /// @param answer anything but OPEN
    /// @param unitId who does it, studies it, or explains why not
    /// @param date until when; null when refused
    /// @param version of the need as the caller saw it
    record NeedReplyRequest(
            @NotNull UUID meetingId,
            Need.@NotNull State answer,
            @NotNull UUID unitId,
            @Nullable LocalDate date,
            @PlainText(max = LONGEST, blank = true) String words,
            int version) {}

    /// A page of those the caller may see, the oldest first; shorter than 50 when it is the last.
    ///
    /// @param meeting all of that meeting, a rehearsal's too; the other filters are then of no account
    /// @param page from 0
    @GetMapping
    List<NeedAnswer> listNeeds(
            @RequestParam(required = false) @Nullable UUID meeting,
            @RequestParam(required = false) @Nullable UUID series,
            @RequestParam(required = false) @Nullable UUID unit,
            @RequestParam(required = false) Need.@Nullable State state,
            @RequestParam(defaultValue = "0") @Min(0) @Max(10_000) int page) {
        var by = viewers.current();
        return answers.of(
                meeting == null
                        ? book.find(series, unit, state, by, page * PAGE, PAGE)
                        : book.of(captures.meeting(new MeetingId(meeting)), by),
                by);
    }

    /// The unit's needs that were answered on that day or later: they stand in its next report.
    @GetMapping("/answered")
    List<NeedAnswer> listAnsweredNeeds(@RequestParam UUID unit, @RequestParam LocalDate since) {
        var by = viewers.current();
        var found = desk.answeredSince(new UnitId(unit), since).stream()
                .filter(by::sees)
                .toList();
        return answers.of(found, by);
    }

    @GetMapping("/{id}")
    NeedAnswer getNeed(@PathVariable UUID id) {
        var by = viewers.current();
        return answers.of(book.get(new NeedId(id), by), by);
    }

    @PostMapping
    NeedAnswer raiseNeed(@Valid @RequestBody NeedRequest body) {
        var by = viewers.current();
        var need = desk.inMeeting(
                new NeedId(body.id), new MeetingId(body.meetingId), new UnitId(body.unitId), body.sentence);
        return answers.of(need, by);
    }

    /// An accepted need becomes a directive to the unit that will do it.
    @PostMapping("/{id}/answer")
    NeedAnswer answerNeed(@PathVariable UUID id, @Valid @RequestBody NeedReplyRequest body) {
        var by = viewers.current();
        var reply = new NeedDesk.Reply(
                new MeetingId(body.meetingId),
                body.answer,
                new UnitId(body.unitId),
                body.date,
                body.words,
                body.version);
        return answers.of(desk.answer(new NeedId(id), reply), by);
    }
}
