package org.onmaru.server.hall.report.reminder;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.city.audit.Audit;
import org.onmaru.server.city.audit.Subject;
import org.onmaru.server.city.directory.Directory;
import org.onmaru.server.city.directory.Unit;
import org.onmaru.server.city.directory.UnitId;
import org.onmaru.server.city.identity.Actor;
import org.onmaru.server.city.identity.People;
import org.onmaru.server.city.identity.PersonId;
import org.onmaru.server.city.notice.Notice;
import org.onmaru.server.city.notice.Notices;
import org.onmaru.server.city.notice.Occasions;
import org.onmaru.server.hall.report.Duties;
import org.onmaru.server.hall.report.FiledReport;
import org.onmaru.server.hall.report.FiledReports;
import org.onmaru.server.hall.report.Report;
import org.onmaru.server.hall.series.Series;
import org.onmaru.server.hall.series.SeriesBook;
import org.onmaru.server.hall.series.SeriesId;
import org.onmaru.server.problem.Problem;
import org.onmaru.server.settings.HomeAddress;
import org.onmaru.server.settings.OnmaruSettings;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Reminds the units that must report and have not filed: by itself before each cut-off, and when a clerk wants it.
///
/// Any number of servers may do this at once, and start again at any moment: a step before a cut-off is a row that
/// exists once for each unit, and the notices come into being with it.
@Component
public class Reminders implements Occasions {

    private static final String FORM = "/reports";
    private static final Duration AFTER_CUT_OFF = Duration.ofHours(1);

    private final SeriesBook series;
    private final Duties duties;
    private final FiledReports filed;
    private final ReminderStore store;
    private final Notices notices;
    private final People people;
    private final Directory directory;
    private final ReminderSettings settings;
    private final OnmaruSettings city;
    private final HomeAddress home;
    private final TransactionTemplate transaction;
    private final Audit audit;
    private final Clock clock;

    Reminders(
            SeriesBook series,
            Duties duties,
            FiledReports filed,
            ReminderStore store,
            Notices notices,
            People people,
            Directory directory,
            ReminderSettings settings,
            OnmaruSettings city,
            HomeAddress home,
            TransactionTemplate transaction,
            Audit audit,
            Clock clock) {
        this.series = series;
        this.duties = duties;
        this.filed = filed;
        this.store = store;
        this.notices = notices;
        this.people = people;
        this.directory = directory;
        this.settings = settings;
        this.city = city;
        this.home = home;
        this.transaction = transaction;
        this.audit = audit;
        this.clock = clock;
    }

    /// Which report it is about.
    private record Due(Series series, LocalDate date, LocalTime cutOff) {}

    /// Tomorrow's cut-offs too: one soon after midnight is reminded of before it.
    @Scheduled(initialDelayString = "PT5S", fixedDelayString = "PT5S")
    void tick() {
        var now = clock.instant();
        var today = LocalDate.now(clock);
        for (var each : series.all()) {
            duties.between(each, today, today.plusDays(1)).forEach((day, due) -> {
                for (var cutOff : due.cutOffs()) {
                    var at = Report.cutOffAt(day, cutOff, clock.getZone());
                    settings.due(at, now).ifPresent(step -> remind(new Due(each, day, cutOff), due.units(), step, now));
                }
            });
        }
    }

    private void remind(Due due, List<UnitId> units, Duration step, Instant now) {
        int minutes = Math.toIntExact(step.toMinutes());
        var done = store.reminded(due.series.id(), due.date, due.cutOff, minutes);
        if (done.containsAll(units)) {
            return;
        }
        var there = filed(due.series.id(), due.date, due.cutOff);
        var inUnits = inUnits();
        units.stream()
                .filter(unit -> !done.contains(unit) && !there.contains(unit))
                .forEach(unit -> transaction.executeWithoutResult(
                        _ -> tell(due, unit, inUnits.getOrDefault(unit, Set.of()), minutes, now, null)));
    }

    /// Reminds one unit now, also after the cut-off.
    ///
    /// @throws Problem when it filed, nobody there can be told, or it was reminded just before
    public void byHand(Series of, LocalDate date, LocalTime cutOff, UnitId unit, Actor.Person by) {
        var now = clock.instant();
        if (!date.equals(LocalDate.now(clock)) || !duties.on(of, date).has(cutOff, unit)) {
            throw Problem.conflict(
                    "reminder-not-due",
                    "오늘 낼 보고만 알릴 수 있습니다. 이 부서·기관은 그 시각에 오늘 낼 보고가 없습니다.",
                    "Only today's reports can be reminded of; none of this unit is due today at that hour.");
        }
        if (filed(of.id(), date, cutOff).contains(unit)) {
            throw Problem.conflict("reminder-filed", "이미 제출했습니다.", "It is filed already.");
        }
        var who = inUnits().getOrDefault(unit, Set.of());
        if (notices.reachable(who).isEmpty()) {
            throw Problem.conflict(
                    "nobody-reachable",
                    "이 부서·기관에는 알림 받을 곳을 적은 사람이 없습니다. '내 계정'에서 적을 수 있습니다.",
                    "Nobody in this unit gave an address to be told at; they can under “My account”.");
        }
        transaction.executeWithoutResult(_ -> {
            store.queue();
            requirePause(of.id(), date, cutOff, unit, now);
            tell(new Due(of, date, cutOff), unit, who, null, now, by);
            audit.changed(
                    "report.reminded",
                    Subject.of("unit", unit.value()),
                    null,
                    Map.of("series", of.id().value(), "date", date, "cutOff", cutOff));
        });
    }

    /// Oldest first.
    public List<Reminder> of(SeriesId series, LocalDate date) {
        return store.of(series, date);
    }

    /// The units that must report on that day and in which nobody can be told.
    public List<UnitId> unreachable(Series of, LocalDate date) {
        var units = duties.on(of, date).units();
        var inUnits = inUnits();
        inUnits.keySet().retainAll(units);
        var reachable =
                notices.reachable(inUnits.values().stream().flatMap(Set::stream).collect(Collectors.toSet()));
        return units.stream()
                .filter(unit -> Collections.disjoint(inUnits.getOrDefault(unit, Set.of()), reachable))
                .toList();
    }

    /// Once it is filed nobody is reminded any more, and after the cut-off only by hand.
    @Override
    public boolean isOver(UUID occasion) {
        return store.find(occasion).filter(this::isOver).isPresent();
    }

    private boolean isOver(Reminder reminder) {
        var cutOff = Report.cutOffAt(reminder.date(), reminder.cutOff(), clock.getZone());
        boolean tooLate = reminder.minutesBefore() != null && !clock.instant().isBefore(cutOff);
        return tooLate
                || filed(reminder.series(), reminder.date(), reminder.cutOff()).contains(reminder.unit());
    }

    private void tell(
            Due due,
            UnitId unit,
            Set<PersonId> who,
            @Nullable Integer minutes,
            Instant now,
            Actor.@Nullable Person by) {
        var reminder = new Reminder(
                UUID.randomUUID(),
                due.series.id(),
                due.date,
                due.cutOff,
                unit,
                minutes,
                now,
                by == null ? null : by.name());
        if (store.insert(reminder, by)) {
            notices.tell(reminder.id(), who, words(due, unit, now));
        }
    }

    private Notice words(Due due, UnitId unit, Instant now) {
        var named = directory.unit(unit, due.date);
        return ReminderWords.of(new ReminderWords.About(
                city.city().name(),
                city.city().nameEn(),
                named.map(Unit::name).orElse(""),
                named.map(Unit::nameEn).orElse(""),
                due.series.name(),
                due.series.nameEn(),
                due.date,
                due.cutOff,
                home.url() + FORM,
                FORM,
                until(due, now)));
    }

    /// Up to the cut-off, or for an hour when somebody is reminded after it.
    private Instant until(Due due, Instant now) {
        var cutOff = Report.cutOffAt(due.date, due.cutOff, clock.getZone());
        return now.isBefore(cutOff) ? cutOff : now.plus(AFTER_CUT_OFF);
    }

    private void requirePause(SeriesId of, LocalDate date, LocalTime cutOff, UnitId unit, Instant now) {
        store.of(of, date).stream()
                .filter(one -> one.cutOff().equals(cutOff) && one.unit().equals(unit))
                .map(one -> Duration.between(now, one.at().plus(settings.byHandPause())))
                .filter(Duration::isPositive)
                .findFirst()
                .ifPresent(left -> {
                    long minutes = left.plusSeconds(59).toMinutes();
                    throw Problem.tooOften(
                            "reminded-just-now",
                            "방금 알렸습니다. " + minutes + "분 뒤에 다시 보낼 수 있습니다.",
                            "It was reminded just now; it can be again in " + minutes + " min.");
                });
    }

    private Set<UnitId> filed(SeriesId of, LocalDate date, LocalTime cutOff) {
        return filed.latest(of, date).stream()
                .filter(report -> report.cutOff().equals(cutOff))
                .map(FiledReport::unit)
                .collect(Collectors.toSet());
    }

    /// Everybody with an account and a post there today, be it as 직무대리.
    private Map<UnitId, Set<PersonId>> inUnits() {
        return people.all().stream()
                .filter(account -> !account.disabled())
                .flatMap(account -> account.held().stream()
                        .map(held -> Map.entry(held.post().unit(), account.id())))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));
    }
}
