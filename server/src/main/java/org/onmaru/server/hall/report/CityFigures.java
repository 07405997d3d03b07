package org.onmaru.server.hall.report;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.city.audit.Audit;
import org.onmaru.server.city.audit.Subject;
import org.onmaru.server.city.identity.Actor;
import org.onmaru.server.hall.series.SeriesId;
import org.onmaru.server.problem.Problem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What the city as a whole says of a day, entered by somebody, beside the sum of its units.
@Component
public class CityFigures {

    private static final BigDecimal MOST = new BigDecimal("999999999");

    private final JdbcClient jdbc;
    private final Catalogue catalogue;
    private final Clock clock;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    CityFigures(JdbcClient jdbc, Catalogue catalogue, Clock clock, Audit audit, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.catalogue = catalogue;
        this.clock = clock;
        this.audit = audit;
        this.events = events;
    }

    public record CityFigure(
            LocalDate date, String metric, BigDecimal thisPeriod, BigDecimal toDate, String by, Instant at) {}

    /// Those of these days, both included.
    public List<CityFigure> between(SeriesId series, LocalDate from, LocalDate to) {
        return jdbc.sql("""
                SELECT * FROM report_city_figure WHERE series_id = ? AND date BETWEEN ? AND ?
                ORDER BY date, metric""")
                .params(series.value(), from, to)
                .query((row, _) -> new CityFigure(
                        row.getObject("date", LocalDate.class),
                        row.getString("metric"),
                        Figure.plain(row.getBigDecimal("this_period")),
                        Figure.plain(row.getBigDecimal("to_date")),
                        row.getString("by_name"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    /// @throws Problem when the figures cannot be
    @Transactional
    public void put(
            SeriesId series, LocalDate date, String key, BigDecimal thisPeriod, BigDecimal toDate, Actor.Person by) {
        catalogue.holdStill();
        var metric = catalogue.metric(key);
        require(metric, thisPeriod, toDate);
        var before = find(series, date, key);
        var now = clock.instant();
        jdbc.sql("""
                INSERT INTO report_city_figure VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (series_id, date, metric)
                DO UPDATE SET this_period = excluded.this_period, to_date = excluded.to_date,
                    by_id = excluded.by_id, by_name = excluded.by_name, at = excluded.at""")
                .params(series.value(), date, key, thisPeriod, toDate, by.id().value(), by.name(), Timestamp.from(now))
                .update();
        changed(series, date, before.orElse(null), find(series, date, key).orElseThrow());
    }

    @Transactional
    public void remove(SeriesId series, LocalDate date, String key) {
        var before = find(series, date, key);
        if (before.isPresent()) {
            jdbc.sql("DELETE FROM report_city_figure WHERE series_id = ? AND date = ? AND metric = ?")
                    .params(series.value(), date, key)
                    .update();
            changed(series, date, before.get(), null);
        }
    }

    private void changed(SeriesId series, LocalDate date, @Nullable CityFigure before, @Nullable CityFigure after) {
        audit.changed("city-figure.changed", Subject.of("series", series.value()), before, after);
        events.publishEvent(new CityFigureChanged(series, date));
    }

    private Optional<CityFigure> find(SeriesId series, LocalDate date, String key) {
        return between(series, date, date).stream()
                .filter(figure -> figure.metric.equals(key))
                .findFirst();
    }

    private static void require(Metric metric, BigDecimal thisPeriod, BigDecimal toDate) {
        for (var number : List.of(thisPeriod, toDate)) {
            if (Figure.plain(number).scale() > metric.decimals() || number.abs().compareTo(MOST) > 0) {
                throw Problem.bad(
                        "not-a-number", metric.ko() + ": 쓸 수 없는 숫자입니다.", metric.en() + ": this number cannot be used.");
            }
        }
        if (toDate.signum() < 0 || (thisPeriod.signum() < 0 && !metric.mayFall())) {
            throw Problem.bad("negative", metric.ko() + ": 0보다 작을 수 없습니다.", metric.en() + ": must not be negative.");
        }
    }
}
