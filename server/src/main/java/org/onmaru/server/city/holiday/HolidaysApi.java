package org.onmaru.server.city.holiday;

import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The public holidays of a year, and those that administrators add.
@RestController
@RequestMapping("/api/v1/holidays")
class HolidaysApi {

    /// The first year whose rules are known, and how far the moon is reckoned.
    private static final int FIRST_YEAR = 2013;

    private static final int LAST_YEAR = 2100;

    private final Access access;
    private final PublicHolidays holidays;
    private final Clock clock;

    HolidaysApi(Access access, PublicHolidays holidays, Clock clock) {
        this.access = access;
        this.holidays = holidays;
        this.clock = clock;
    }

    /// @param citation where it says so, for a day that was decreed; null for one by rule
    record HolidayAnswer(
            LocalDate date,
            String name,
            String nameEn,
            boolean substitute,
            @Nullable String citation) {}

    record DecreeRequest(
            @PlainText String name,
            @PlainText(max = 120) String nameEn,
            @PlainText(max = 200) String citation) {}

    @GetMapping
    List<HolidayAnswer> listHolidays(@RequestParam int year) {
        var actor = access.current();
        if (!(actor instanceof Actor.Person)) {
            throw new Denied(actor, Permission.SEE_INTERNAL);
        }
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw Problem.bad(
                    "holiday-year",
                    FIRST_YEAR + "년부터 " + LAST_YEAR + "년까지 볼 수 있습니다.",
                    "Years from " + FIRST_YEAR + " to " + LAST_YEAR + " are known.");
        }
        var decreed = holidays.decrees(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)).stream()
                .collect(Collectors.toMap(Decree::date, Function.identity()));
        return holidays.of(year).stream()
                .map(day -> {
                    var decree = decreed.get(day.date());
                    // A day may be both; the decree is the one that can be taken back.
                    var citation = decree != null && decree.name().equals(day.name()) ? decree.citation() : null;
                    return new HolidayAnswer(day.date(), day.name(), day.nameEn(), day.substitute(), citation);
                })
                .toList();
    }

    @PutMapping("/{date}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void decreeHoliday(@PathVariable LocalDate date, @Valid @RequestBody DecreeRequest body) {
        access.require(Permission.ADMINISTER, Scope.city());
        requireToCome(date);
        holidays.decree(new Decree(date, body.name, body.nameEn, body.citation));
    }

    @DeleteMapping("/{date}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdrawHoliday(@PathVariable LocalDate date) {
        access.require(Permission.ADMINISTER, Scope.city());
        requireToCome(date);
        holidays.withdraw(date);
    }

    private void requireToCome(LocalDate date) {
        if (date.isBefore(LocalDate.now(clock)) || date.getYear() > LAST_YEAR) {
            throw Problem.bad(
                    "holiday-past", "지난 날의 공휴일은 바꿀 수 없습니다.", "The holidays of days that are over cannot be changed.");
        }
    }
}
