package org.onmaru.server.hall.series;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.city.directory.Directory;
import org.onmaru.server.city.directory.UnitId;
import org.onmaru.server.city.identity.Access;
import org.onmaru.server.city.identity.Actor;
import org.onmaru.server.city.identity.Denied;
import org.onmaru.server.city.identity.Permission;
import org.onmaru.server.city.identity.Scope;
import org.onmaru.server.problem.PlainText;
import org.onmaru.server.problem.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The phases of a series and its single days.
@RestController
@RequestMapping("/api/v1/series/{id}")
class PhasesApi {

    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");
    private static final int MOST_DAYS = 400;
    private static final int MOST_CUT_OFFS = 12;

    private final Access access;
    private final SeriesBook book;
    private final PhaseBook phases;
    private final SeriesCalendar calendar;
    private final Directory directory;
    private final Clock clock;

    PhasesApi(
            Access access,
            SeriesBook book,
            PhaseBook phases,
            SeriesCalendar calendar,
            Directory directory,
            Clock clock) {
        this.access = access;
        this.book = book;
        this.phases = phases;
        this.calendar = calendar;
        this.directory = directory;
        this.clock = clock;
    }

    record PhaseUnit(UUID id, String name) {}

    /// @param current true for the phase of today
    /// @param cutOffs until when reports are filed, `HH:mm`
    record PhaseAnswer(
            UUID id,
            LocalDate from,
            boolean current,
            String name,
            String nameEn,
            String theme,
            Phase.Audience audience,
            Phase.Channel channel,
            boolean broadcast,
            Phase.AgendaTemplate agendaTemplate,
            List<PhaseUnit> units,
            @Schema(example = "[\"07:30\"]") List<String> cutOffs) {}

    record PhaseRequest(
            @NotNull LocalDate from,
            @PlainText String name,
            @PlainText(max = 120) String nameEn,
            @NotNull @Size(max = 200) String theme,
            @NotNull Phase.Audience audience,
            @NotNull Phase.Channel channel,
            boolean broadcast,
            @NotNull Phase.AgendaTemplate agendaTemplate,
            @NotNull @Size(max = 200) List<UUID> unitIds,

            @NotNull @Size(max = MOST_CUT_OFFS) @Schema(example = "[\"07:30\"]")
            List<String> cutOffs) {}

    /// @param startsAt null when the series does not meet that day
    record SeriesDay(
            LocalDate date,

            @Nullable @JsonFormat(pattern = "HH:mm") @Schema(type = "string")
            LocalTime startsAt,

            @Nullable String holiday,
            @Nullable String holidayEn,
            OneDay.@Nullable Kind different,
            @Nullable String reason) {

        static SeriesDay of(SeriesCalendar.Day day) {
            var holiday = day.holiday();
            var different = day.different();
            return new SeriesDay(
                    day.date(),
                    day.startsAt(),
                    holiday == null ? null : holiday.name(),
                    holiday == null ? null : holiday.nameEn(),
                    different == null ? null : different.kind(),
                    different == null ? null : different.reason());
        }
    }

    record DayRequest(
            @NotNull OneDay.Kind kind,

            @Nullable @JsonFormat(pattern = "HH:mm") @Schema(type = "string")
            LocalTime startsAt,

            @PlainText(max = 200) String reason) {}

    @GetMapping("/phases")
    List<PhaseAnswer> listPhases(@PathVariable UUID id) {
        requirePerson();
        return answers(book.get(new SeriesId(id)).id());
    }

    @PostMapping("/phases")
    List<PhaseAnswer> beginPhase(@PathVariable UUID id, @Valid @RequestBody PhaseRequest body) {
        access.require(Permission.ADMINISTER, Scope.city());
        return answers(book.beginPhase(new SeriesId(id), body.from, plan(body)).id());
    }

    @PutMapping("/phases/{phaseId}")
    List<PhaseAnswer> changePhase(
            @PathVariable UUID id, @PathVariable UUID phaseId, @Valid @RequestBody PhaseRequest body) {
        access.require(Permission.ADMINISTER, Scope.city());
        return answers(book.changePhase(new SeriesId(id), phaseId, plan(body)).id());
    }

    @DeleteMapping("/phases/{phaseId}")
    List<PhaseAnswer> dropPhase(@PathVariable UUID id, @PathVariable UUID phaseId) {
        access.require(Permission.ADMINISTER, Scope.city());
        return answers(book.dropPhase(new SeriesId(id), phaseId).id());
    }

    /// Every day of a period: whether and when the series meets, and why not.
    @GetMapping("/days")
    List<SeriesDay> listSeriesDays(@PathVariable UUID id, @RequestParam LocalDate from, @RequestParam LocalDate to) {
        requirePerson();
        if (to.isBefore(from) || ChronoUnit.DAYS.between(from, to) > MOST_DAYS) {
            throw Problem.bad(
                    "period",
                    "기간은 시작일부터 " + MOST_DAYS + "일까지 고를 수 있습니다.",
                    "The period starts before it ends and has at most " + MOST_DAYS + " days.");
        }
        return calendar.days(book.get(new SeriesId(id)), from, to).stream()
                .map(SeriesDay::of)
                .toList();
    }

    @PutMapping("/days/{date}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void makeDayDiffer(@PathVariable UUID id, @PathVariable LocalDate date, @Valid @RequestBody DayRequest body) {
        access.require(Permission.RUN_MEETING, Scope.series(id));
        if (date.isBefore(LocalDate.now(clock))) {
            throw Problem.bad("one-day-past", "지난 날은 바꿀 수 없습니다.", "A day that is over cannot be changed.");
        }
        calendar.make(book.get(new SeriesId(id)), new OneDay(date, body.kind, body.startsAt, body.reason));
    }

    @DeleteMapping("/days/{date}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void letDayFollow(@PathVariable UUID id, @PathVariable LocalDate date) {
        access.require(Permission.RUN_MEETING, Scope.series(id));
        calendar.follow(book.get(new SeriesId(id)), date);
    }

    private void requirePerson() {
        var actor = access.current();
        if (!(actor instanceof Actor.Person)) {
            throw new Denied(actor, Permission.SEE_INTERNAL);
        }
    }

    private Phase.Plan plan(PhaseRequest body) {
        var units = body.unitIds.stream().map(UnitId::new).toList();
        for (var unit : units) {
            if (directory.unit(unit, body.from).isEmpty()) {
                throw Problem.bad(
                        "phase-unit",
                        "단계가 시작하는 날에 없는 부서·기관이 있습니다.",
                        "One of the units does not exist on the day the phase begins.");
            }
        }
        return new Phase.Plan(
                body.name,
                body.nameEn,
                body.theme,
                body.audience,
                body.channel,
                body.broadcast,
                body.agendaTemplate,
                units,
                body.cutOffs.stream().map(PhasesApi::hour).toList());
    }

    private static LocalTime hour(String text) {
        try {
            return LocalTime.parse(text, HOUR);
        } catch (DateTimeParseException e) {
            throw Problem.bad("cut-off", "제출 마감 시각은 07:30처럼 적습니다: " + text, "A cut-off is written like 07:30: " + text);
        }
    }

    private List<PhaseAnswer> answers(SeriesId series) {
        var today = LocalDate.now(clock);
        var current = phases.on(series, today).id();
        return phases.of(series).stream()
                .map(phase -> answer(phase, phase.id().equals(current), today))
                .toList();
    }

    private PhaseAnswer answer(Phase phase, boolean current, LocalDate today) {
        var plan = phase.plan();
        // Units by the name they had when the phase began, or today's for a phase that is running.
        var day = current || phase.from().isAfter(today) ? today : phase.from();
        return new PhaseAnswer(
                phase.id(),
                phase.from(),
                current,
                plan.name(),
                plan.nameEn(),
                plan.theme(),
                plan.audience(),
                plan.channel(),
                plan.broadcast(),
                plan.agendaTemplate(),
                plan.units().stream()
                        .flatMap(unit -> directory.unit(unit, day).stream()
                                .map(found -> new PhaseUnit(unit.value(), found.name())))
                        .toList(),
                plan.cutOffs().stream().map(HOUR::format).toList());
    }
}
