package org.onmaru.server.city.holiday;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.city.audit.Audit;
import org.onmaru.server.city.audit.Subject;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Which days are public holidays: by the regulation, and those decreed for one day.
@Component
public class PublicHolidays {

    private final JdbcClient jdbc;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Map<Integer, List<Holiday>> byRule = new ConcurrentHashMap<>();

    PublicHolidays(JdbcClient jdbc, Audit audit, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.events = events;
    }

    /// In the order of days.
    public List<Holiday> of(int year) {
        return Stream.concat(byRule(year).stream(), temporary(year).stream())
                .sorted(Comparator.comparing(Holiday::date))
                .toList();
    }

    /// Those of the years of these days, and of every year between.
    public HolidaysBetween between(LocalDate first, LocalDate last) {
        return new HolidaysBetween(IntStream.rangeClosed(first.getYear(), last.getYear())
                .boxed()
                .flatMap(year -> of(year).stream())
                .toList());
    }

    /// Makes one day a holiday (임시공휴일, 선거일); a day that was decreed before gets the new words.
    @Transactional
    public void decree(Decree decree) {
        var before = decreeOf(decree.date()).orElse(null);
        jdbc.sql("""
                INSERT INTO holiday_temporary VALUES (?, ?, ?, ?)
                ON CONFLICT (date) DO UPDATE SET name = excluded.name, name_en = excluded.name_en,
                    citation = excluded.citation""")
                .params(decree.date(), decree.name(), decree.nameEn(), decree.citation())
                .update();
        changed("holiday.decreed", decree.date(), before, decree);
    }

    /// A day that was decreed is an ordinary one again; nothing happens when it was none.
    @Transactional
    public void withdraw(LocalDate day) {
        var before = decreeOf(day).orElse(null);
        if (before != null) {
            jdbc.sql("DELETE FROM holiday_temporary WHERE date = ?").param(day).update();
            changed("holiday.withdrawn", day, before, null);
        }
    }

    private void changed(String action, LocalDate day, @Nullable Decree before, @Nullable Decree after) {
        audit.changed(action, new Subject("holiday", day.toString()), before, after);
        events.publishEvent(new HolidayChanged(day));
    }

    private Optional<Decree> decreeOf(LocalDate day) {
        return decrees(day, day).stream().findFirst();
    }

    /// In the order of days.
    public List<Decree> decrees(LocalDate first, LocalDate last) {
        return jdbc.sql("SELECT * FROM holiday_temporary WHERE date BETWEEN ? AND ? ORDER BY date")
                .params(first, last)
                .query((row, _) -> new Decree(
                        row.getObject("date", LocalDate.class),
                        row.getString("name"),
                        row.getString("name_en"),
                        row.getString("citation")))
                .list();
    }

    private List<Holiday> byRule(int year) {
        return byRule.computeIfAbsent(year, HolidayRules::of);
    }

    private List<Holiday> temporary(int year) {
        return decrees(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)).stream()
                .map(decree -> new Holiday(decree.date(), decree.name(), decree.nameEn(), false))
                .toList();
    }
}
