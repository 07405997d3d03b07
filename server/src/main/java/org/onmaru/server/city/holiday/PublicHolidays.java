package org.onmaru.server.city.holiday;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Which days are public holidays: by the regulation, and those decreed for one day.
@Component
public class PublicHolidays {

    private final JdbcClient jdbc;
    private final Map<Integer, List<Holiday>> byRule = new ConcurrentHashMap<>();

    PublicHolidays(JdbcClient jdbc) {
        this.jdbc = jdbc;
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

    /// A day that was made a holiday once; a day that already is one keeps its new name.
    ///
    /// @param citation where it says so
    @Transactional
    public void decree(LocalDate day, String name, String nameEn, String citation) {
        jdbc.sql("""
                INSERT INTO holiday_temporary VALUES (?, ?, ?, ?)
                ON CONFLICT (date) DO UPDATE SET name = excluded.name, name_en = excluded.name_en,
                    citation = excluded.citation""").params(day, name, nameEn, citation).update();
    }

    private List<Holiday> byRule(int year) {
        return byRule.computeIfAbsent(year, HolidayRules::of);
    }

    private List<Holiday> temporary(int year) {
        return jdbc.sql("SELECT * FROM holiday_temporary WHERE date BETWEEN ? AND ?")
                .params(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31))
                .query((row, _) -> new Holiday(
                        row.getObject("date", LocalDate.class), row.getString("name"), row.getString("name_en"), false))
                .list();
    }
}
