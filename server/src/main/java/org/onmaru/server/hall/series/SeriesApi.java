package org.onmaru.server.hall.series;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.city.directory.Directory;
import org.onmaru.server.city.directory.Unit;
import org.onmaru.server.city.identity.Access;
import org.onmaru.server.city.identity.Account;
import org.onmaru.server.city.identity.Actor;
import org.onmaru.server.city.identity.Denied;
import org.onmaru.server.city.identity.Memberships;
import org.onmaru.server.city.identity.People;
import org.onmaru.server.city.identity.Permission;
import org.onmaru.server.city.identity.PersonId;
import org.onmaru.server.city.identity.Role;
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

/// Series and their members.
@RestController
@RequestMapping("/api/v1/series")
class SeriesApi {

    private static final Set<Role> NOT_OF_A_SERIES = Set.of(Role.ADMINISTRATOR, Role.GUEST);

    private final Access access;
    private final SeriesBook book;
    private final Memberships memberships;
    private final People people;
    private final Directory directory;
    private final Clock clock;

    SeriesApi(
            Access access, SeriesBook book, Memberships memberships, People people, Directory directory, Clock clock) {
        this.access = access;
        this.book = book;
        this.memberships = memberships;
        this.people = people;
        this.directory = directory;
        this.clock = clock;
    }

    record SeriesAnswer(
            UUID id,
            String name,
            String nameEn,

            @JsonFormat(pattern = "HH:mm") @Schema(type = "string")
            LocalTime startsAt,

            int opensMinutesBefore,
            int minutes,
            @Schema(example = "WEEKLY MONDAY,THURSDAY") String recurrence,
            OnHolidays onHolidays,
            LocalDate from,
            int nextOrdinal) {}

    record SeriesRequest(
            @PlainText String name,
            @PlainText(max = 120) String nameEn,

            @NotNull @JsonFormat(pattern = "HH:mm") @Schema(type = "string")
            LocalTime startsAt,

            @Min(0) @Max(720) int opensMinutesBefore,
            @Min(5) @Max(720) int minutes,

            @PlainText(max = 80) @Schema(example = "DAILY") String recurrence,

            @NotNull OnHolidays onHolidays,
            @NotNull LocalDate from) {
        Series.Plan plan() {
            return new Series.Plan(
                    name,
                    nameEn,
                    startsAt,
                    opensMinutesBefore,
                    minutes,
                    Recurrence.parse(recurrence),
                    onHolidays,
                    from);
        }
    }

    record NextOrdinal(@Min(1) @Max(99_999) int nextOrdinal) {}

    record Member(UUID personId, String name, @Nullable String unit, String post, Role role) {}

    record MemberRequest(@NotNull Role role) {}

    /// @param called letters of any name the series ever had
    @GetMapping
    List<SeriesAnswer> listSeries(@RequestParam(required = false) @Nullable String called) {
        requirePerson();
        var found = called == null || called.isBlank() ? book.all() : book.called(called);
        return found.stream().map(SeriesApi::answer).toList();
    }

    @PostMapping
    SeriesAnswer createSeries(@Valid @RequestBody SeriesRequest body) {
        access.require(Permission.ADMINISTER, Scope.city());
        return answer(book.create(body.plan()));
    }

    @PutMapping("/{id}")
    SeriesAnswer updateSeries(@PathVariable UUID id, @Valid @RequestBody SeriesRequest body) {
        access.require(Permission.ADMINISTER, Scope.city());
        return answer(book.update(new SeriesId(id), body.plan()));
    }

    /// For a series that met before it came here: its next meeting goes on counting.
    @PutMapping("/{id}/next-ordinal")
    SeriesAnswer putNextOrdinal(@PathVariable UUID id, @Valid @RequestBody NextOrdinal body) {
        access.require(Permission.ADMINISTER, Scope.city());
        return answer(book.countOn(new SeriesId(id), body.nextOrdinal));
    }

    @GetMapping("/{id}/members")
    List<Member> listMembers(@PathVariable UUID id) {
        access.require(Permission.SEE_INTERNAL, Scope.series(id));
        book.get(new SeriesId(id));
        var roles = memberships.in(id);
        return people.all().stream()
                .flatMap(account -> Stream.ofNullable(roles.get(account.id())).map(role -> member(account, role)))
                .toList();
    }

    @PutMapping("/{id}/members/{personId}")
    Member putMember(@PathVariable UUID id, @PathVariable UUID personId, @Valid @RequestBody MemberRequest body) {
        access.require(Permission.ADMINISTER, Scope.city());
        book.get(new SeriesId(id));
        if (NOT_OF_A_SERIES.contains(body.role)) {
            throw Problem.bad("member-role", "회의체에서 정할 수 없는 역할입니다.", "This role is not given in a series.");
        }
        var account = people.find(new PersonId(personId))
                .orElseThrow(() -> Problem.missing("person-missing", "그런 사람이 없습니다.", "There is no such person."));
        memberships.put(id, account.id(), body.role);
        return member(account, body.role);
    }

    @DeleteMapping("/{id}/members/{personId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeMember(@PathVariable UUID id, @PathVariable UUID personId) {
        access.require(Permission.ADMINISTER, Scope.city());
        memberships.remove(id, new PersonId(personId));
    }

    private void requirePerson() {
        var actor = access.current();
        if (!(actor instanceof Actor.Person)) {
            throw new Denied(actor, Permission.SEE_INTERNAL);
        }
    }

    private Member member(Account account, Role role) {
        var unit = account.unit();
        return new Member(
                account.id().value(),
                account.name(),
                unit == null
                        ? null
                        : directory
                                .unit(unit, LocalDate.now(clock))
                                .map(Unit::name)
                                .orElse(null),
                account.post(),
                role);
    }

    private static SeriesAnswer answer(Series series) {
        return new SeriesAnswer(
                series.id().value(),
                series.name(),
                series.nameEn(),
                series.startsAt(),
                series.opensMinutesBefore(),
                series.minutes(),
                series.recurrence().text(),
                series.onHolidays(),
                series.from(),
                series.nextOrdinal());
    }
}
