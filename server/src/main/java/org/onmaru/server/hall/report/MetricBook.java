package org.onmaru.server.hall.report;

import java.util.List;
import org.onmaru.server.city.audit.Audit;
import org.onmaru.server.city.audit.Subject;
import org.onmaru.server.problem.Problem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The metrics as administrators keep them. None ever goes away: what was filed with it stays readable.
@Component
public class MetricBook {

    private static final int MOST = 400;

    private final JdbcClient jdbc;
    private final Catalogue catalogue;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    MetricBook(JdbcClient jdbc, Catalogue catalogue, Audit audit, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.catalogue = catalogue;
        this.audit = audit;
        this.events = events;
    }

    /// A metric with what administrators need of it.
    ///
    /// @param retired whether no form asks it any more
    /// @param filed whether anything was filed with it
    /// @param version grows with every change
    public record KeptMetric(Metric metric, boolean retired, boolean filed, int version) {}

    /// By their Korean names.
    public List<KeptMetric> all() {
        return jdbc.sql("""
                SELECT m.*, EXISTS (SELECT FROM report_figure f WHERE f.metric = m.key)
                    OR EXISTS (SELECT FROM report_city_figure c WHERE c.metric = m.key) AS filed
                FROM report_metric m ORDER BY ko COLLATE "C", key""")
                .query((row, number) -> new KeptMetric(
                        Catalogue.metric(row, number),
                        row.getBoolean("retired"),
                        row.getBoolean("filed"),
                        row.getInt("version")))
                .list();
    }

    /// @throws Problem when it cannot be
    @Transactional
    public void create(Metric now) {
        catalogue.hold();
        MetricRules.require(now);
        if (all().size() >= MOST) {
            throw Problem.conflict(
                    "metrics-many", "지표는 " + MOST + "개까지 만들 수 있습니다.", "There can be at most " + MOST + " metrics.");
        }
        jdbc.sql("""
                INSERT INTO report_metric (ko, en, measure, measure_en, decimals, may_fall, estimable, combines,
                    disclosure, unit_disclosure, citation, key) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""").params(row(now)).update();
        audit.changed("report-metric.created", subject(now), null, now);
    }

    /// @param version that the administrator saw
    /// @throws Problem when it cannot be, or is another meanwhile
    @Transactional
    public void change(Metric now, int version) {
        catalogue.hold();
        var there = get(now.key(), version);
        MetricRules.require(there.metric, now, there.filed);
        if (there.metric.equals(now)) {
            return;
        }
        jdbc.sql("""
                UPDATE report_metric SET ko = ?, en = ?, measure = ?, measure_en = ?, decimals = ?, may_fall = ?,
                    estimable = ?, combines = ?, disclosure = ?, unit_disclosure = ?, citation = ?,
                    version = version + 1 WHERE key = ?""").params(row(now)).update();
        audit.changed("report-metric.changed", subject(now), there.metric, now);
        events.publishEvent(new CatalogueChanged());
    }

    /// Asks it no more, or again.
    ///
    /// @param version that the administrator saw
    /// @throws Problem when there is none, or it is another meanwhile
    @Transactional
    public void retire(String key, boolean retired, int version) {
        catalogue.hold();
        var there = get(key, version);
        if (there.retired == retired) {
            return;
        }
        jdbc.sql("UPDATE report_metric SET retired = ?, version = version + 1 WHERE key = ?")
                .params(retired, key)
                .update();
        var action = retired ? "report-metric.retired" : "report-metric.restored";
        audit.changed(action, subject(there.metric), there.retired, retired);
        events.publishEvent(new CatalogueChanged());
    }

    private KeptMetric get(String key, int version) {
        var found = all().stream()
                .filter(one -> one.metric.key().equals(key))
                .findFirst()
                .orElseThrow(() -> Problem.missing("metric-missing", "그런 지표가 없습니다.", "There is no such metric."));
        if (found.version != version) {
            throw Catalogue.changedMeanwhile();
        }
        return found;
    }

    /// What is written of a metric, its key last.
    private static List<Object> row(Metric now) {
        return List.of(
                now.ko(),
                now.en(),
                now.measure(),
                now.measureEn(),
                now.decimals(),
                now.mayFall(),
                now.estimable(),
                now.combines().name(),
                now.disclosure().name(),
                now.unitDisclosure().name(),
                now.citation(),
                now.key());
    }

    private static Subject subject(Metric metric) {
        return new Subject("report-metric", metric.key());
    }
}
