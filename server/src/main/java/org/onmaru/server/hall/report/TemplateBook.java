package org.onmaru.server.hall.report;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.onmaru.server.city.audit.Audit;
import org.onmaru.server.city.audit.Subject;
import org.onmaru.server.problem.Problem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The templates as administrators keep them. None ever goes away: the reports that have it keep it.
@Component
public class TemplateBook {

    private static final int MOST = 60;

    private final JdbcClient jdbc;
    private final Catalogue catalogue;
    private final MetricBook metrics;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    TemplateBook(
            JdbcClient jdbc, Catalogue catalogue, MetricBook metrics, Audit audit, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.catalogue = catalogue;
        this.metrics = metrics;
        this.audit = audit;
        this.events = events;
    }

    /// What an administrator says of a template.
    ///
    /// @param metrics keys, in the order of the form
    public record Plan(String ko, String en, List<String> metrics) {}

    /// A template with what administrators need of it.
    ///
    /// @param metrics keys in the order of the form, those that are retired too
    /// @param retired whether it is no longer offered
    /// @param version grows with every change
    public record KeptTemplate(String key, String ko, String en, List<String> metrics, boolean retired, int version) {

        Plan plan() {
            return new Plan(ko, en, metrics);
        }
    }

    /// In the order in which they are offered.
    public List<KeptTemplate> all() {
        var of = jdbc
                .sql("SELECT template, metric FROM report_template_metric WHERE NOT removed ORDER BY template, place")
                .query((row, _) -> Map.entry(
                        Objects.requireNonNull(row.getString("template")),
                        Objects.requireNonNull(row.getString("metric"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return jdbc.sql("SELECT * FROM report_template ORDER BY place")
                .query((row, _) -> new KeptTemplate(
                        row.getString("key"),
                        row.getString("ko"),
                        row.getString("en"),
                        of.getOrDefault(row.getString("key"), List.of()),
                        row.getBoolean("retired"),
                        row.getInt("version")))
                .list();
    }

    /// @param key what it will be known by, from {@link Catalogue#newKey}; its hazard is called the same
    /// @throws Problem when it cannot be
    @Transactional
    public void create(String key, Plan plan) {
        catalogue.hold();
        var there = all();
        if (there.size() >= MOST) {
            throw Problem.conflict(
                    "templates-many",
                    "보고 서식은 " + MOST + "개까지 만들 수 있습니다.",
                    "There can be at most " + MOST + " report templates.");
        }
        require(key, plan, List.of(), there);
        jdbc.sql("""
                INSERT INTO report_template (key, place, hazard, ko, en)
                VALUES (?, (SELECT max(place) + 1 FROM report_template), ?, ?, ?)""").params(key, key, plan.ko, plan.en).update();
        putMetrics(key, plan.metrics);
        audit.changed("report-template.created", subject(key), null, plan);
    }

    /// @param version that the administrator saw
    /// @throws Problem when it cannot be, or is another meanwhile
    @Transactional
    public void change(String key, Plan plan, int version) {
        catalogue.hold();
        var there = all();
        var before = get(there, key, version);
        require(key, plan, before.metrics, there);
        if (before.plan().equals(plan)) {
            return;
        }
        jdbc.sql("UPDATE report_template SET ko = ?, en = ?, version = version + 1 WHERE key = ?")
                .params(plan.ko, plan.en, key)
                .update();
        putMetrics(key, plan.metrics);
        audit.changed("report-template.changed", subject(key), before.plan(), plan);
        events.publishEvent(new CatalogueChanged());
    }

    /// Offers it no more, or again.
    ///
    /// @param version that the administrator saw
    /// @throws Problem when there is none, it has to stay, or it is another meanwhile
    @Transactional
    public void retire(String key, boolean retired, int version) {
        catalogue.hold();
        var there = all();
        var before = get(there, key, version);
        if (before.retired == retired) {
            return;
        }
        if (key.equals(Template.PLAIN)) {
            throw Problem.conflict(
                    "template-plain",
                    "“" + before.ko + "” 서식은 어느 보고에나 쓰이므로 그만 쓸 수 없습니다.",
                    "The plain template stays: any report may be made with it.");
        }
        if (!retired) {
            requireFreeName(key, before.plan(), there);
        }
        jdbc.sql("UPDATE report_template SET retired = ?, version = version + 1 WHERE key = ?")
                .params(retired, key)
                .update();
        audit.changed(
                retired ? "report-template.retired" : "report-template.restored",
                subject(key),
                before.retired,
                retired);
        events.publishEvent(new CatalogueChanged());
    }

    private void putMetrics(String template, List<String> keys) {
        jdbc.sql("UPDATE report_template_metric SET removed = true WHERE template = ?")
                .param(template)
                .update();
        for (int place = 0; place < keys.size(); place++) {
            jdbc.sql("""
                    INSERT INTO report_template_metric (template, metric, place) VALUES (?, ?, ?)
                    ON CONFLICT (template, metric) DO UPDATE SET place = excluded.place, removed = false""").params(template, keys.get(place), place + 1).update();
        }
    }

    private void require(String key, Plan plan, List<String> before, List<KeptTemplate> there) {
        requireFreeName(key, plan, there);
        if (key.equals(Template.PLAIN) && !plan.metrics.isEmpty()) {
            throw Problem.conflict(
                    "template-plain-figures",
                    "이 서식은 수치 없이 쓰는 서식입니다. 수치를 물으려면 새 서식을 만들어 주십시오.",
                    "This template is the one without figures; make another to ask for some.");
        }
        if (new HashSet<>(plan.metrics).size() != plan.metrics.size()) {
            throw Problem.bad("metric-twice", "같은 지표를 두 번 넣을 수 없습니다.", "The same metric cannot be asked twice.");
        }
        var known = metrics.all().stream()
                .collect(Collectors.toMap(one -> one.metric().key(), one -> one));
        for (var metric : plan.metrics) {
            var found = known.get(metric);
            if (found == null) {
                throw Problem.missing("metric-missing", "그런 지표가 없습니다.", "There is no such metric.");
            }
            if (found.retired() && !before.contains(metric)) {
                throw Problem.conflict(
                        "metric-retired",
                        "더는 묻지 않는 지표입니다: " + found.metric().ko(),
                        "This metric is retired: " + found.metric().en());
            }
        }
    }

    private static void requireFreeName(String key, Plan plan, List<KeptTemplate> there) {
        for (var one : there) {
            if (!one.key.equals(key) && !one.retired && (one.ko.equals(plan.ko) || one.en.equals(plan.en))) {
                throw Problem.conflict(
                        "template-name",
                        "같은 이름의 보고 서식이 있습니다: " + one.ko,
                        "There is a report template of this name: " + one.en);
            }
        }
    }

    private static KeptTemplate get(List<KeptTemplate> there, String key, int version) {
        var found = there.stream()
                .filter(one -> one.key.equals(key))
                .findFirst()
                .orElseThrow(() ->
                        Problem.missing("template-missing", "그런 보고 서식이 없습니다.", "There is no such report template."));
        if (found.version != version) {
            throw Catalogue.changedMeanwhile();
        }
        return found;
    }

    private static Subject subject(String key) {
        return new Subject("report-template", key);
    }
}
