package org.onmaru.server.hall.meeting;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.city.identity.Access;
import org.onmaru.server.city.identity.Actor;
import org.onmaru.server.city.identity.Denied;
import org.onmaru.server.city.identity.Permission;
import org.onmaru.server.city.identity.Scope;
import org.onmaru.server.hall.series.SeriesBook;
import org.onmaru.server.hall.series.SeriesId;
import org.onmaru.server.problem.Problem;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Meetings for those who take part.
@RestController
@RequestMapping("/api/v1/meetings")
class MeetingsApi {

    private static final int MOST_DAYS = 400;

    private final Access access;
    private final MeetingDesk desk;
    private final SeriesBook series;
    private final Clock clock;

    MeetingsApi(Access access, MeetingDesk desk, SeriesBook series, Clock clock) {
        this.access = access;
        this.desk = desk;
        this.series = series;
        this.clock = clock;
    }

    /// @param broadcast whether it is meant for citizens; null: as its series' phase says
    record CreateMeeting(
            @NotNull UUID seriesId,
            @NotNull LocalDate date,

            @Nullable @JsonFormat(pattern = "HH:mm") @Schema(type = "string")
            LocalTime startsAt,

            boolean rehearsal,
            @Nullable Boolean broadcast) {}

    record BroadcastRequest(@NotNull Boolean broadcast) {}

    /// Without days: from a week ago to a week ahead.
    @GetMapping
    List<MeetingAnswer> listMeetings(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to) {
        var first = from == null ? LocalDate.now(clock).minusDays(7) : from;
        var last = to == null ? first.plusDays(14) : to;
        if (last.isBefore(first) || ChronoUnit.DAYS.between(first, last) > MOST_DAYS) {
            throw Problem.bad(
                    "period",
                    "기간은 시작일부터 " + MOST_DAYS + "일까지 고를 수 있습니다.",
                    "The period starts before it ends and has at most " + MOST_DAYS + " days.");
        }
        return desk.between(first, last).stream()
                .filter(this::visible)
                .map(this::answer)
                .toList();
    }

    @GetMapping("/{id}")
    MeetingAnswer getMeeting(@PathVariable UUID id) {
        return answer(seen(id));
    }

    @PostMapping
    MeetingAnswer createMeeting(@Valid @RequestBody CreateMeeting body) {
        access.require(Permission.RUN_MEETING, Scope.series(body.seriesId));
        var of = series.get(new SeriesId(body.seriesId));
        return answer(desk.create(of, body.date, body.startsAt, body.rehearsal, body.broadcast));
    }

    @PostMapping("/{id}/open")
    MeetingAnswer openMeeting(@PathVariable UUID id) {
        return run(id, desk::open);
    }

    @PostMapping("/{id}/start")
    MeetingAnswer startMeeting(@PathVariable UUID id) {
        return run(id, desk::start);
    }

    @PostMapping("/{id}/adjourn")
    MeetingAnswer adjournMeeting(@PathVariable UUID id) {
        return run(id, desk::adjourn);
    }

    @PostMapping("/{id}/cancel")
    MeetingAnswer cancelMeeting(@PathVariable UUID id) {
        return run(id, desk::cancel);
    }

    /// Whether this one meeting is meant for citizens.
    @PutMapping("/{id}/broadcast")
    MeetingAnswer decideBroadcast(@PathVariable UUID id, @Valid @RequestBody BroadcastRequest body) {
        return run(id, meeting -> desk.decideBroadcast(meeting, body.broadcast));
    }

    private MeetingAnswer run(UUID id, Function<MeetingId, MeetingView> step) {
        var meeting = seen(id);
        access.require(Permission.RUN_MEETING, meeting.scope());
        return answer(step.apply(meeting.id()));
    }

    private MeetingView seen(UUID id) {
        var meeting = desk.find(new MeetingId(id))
                .orElseThrow(() -> Problem.missing("meeting-missing", "그런 회의가 없습니다.", "There is no such meeting."));
        if (!visible(meeting)) {
            throw new Denied(access.current(), Permission.SEE_INTERNAL);
        }
        return meeting;
    }

    /// All staff see the city's meetings; a rehearsal only those who take part; a guest only their own.
    private boolean visible(MeetingView meeting) {
        var actor = access.current();
        var permissions = access.permissions(actor, meeting.scope());
        return switch (actor) {
            case Actor.Anonymous _ -> false;
            case Actor.Guest guest -> guest.meeting().equals(meeting.id().value());
            case Actor.Operator _ -> meeting.rehearsal();
            case Actor.Person _ -> !meeting.rehearsal() || permissions.contains(Permission.SEE_INTERNAL);
        };
    }

    private MeetingAnswer answer(MeetingView view) {
        var actor = access.current();
        return MeetingAnswer.of(
                view, access.role(actor, view.scope()).orElse(null), access.permissions(actor, view.scope()));
    }
}
