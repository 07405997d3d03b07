package org.onmaru.server.hall.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.onmaru.server.problem.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The metrics and templates there are; asked from the database each time, so that every server knows them.
@Component
public class Catalogue {

    private final JdbcClient jdbc;

    Catalogue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Every metric by its key.
    public Map<String, Metric> metrics() {
        return jdbc.sql("SELECT * FROM report_metric ORDER BY key").query(Catalogue::metric).list().stream()
                .collect(Collectors.toMap(Metric::key, Function.identity(), (one, _) -> one, LinkedHashMap::new));
    }

    /// Every template in the order in which it is offered, retired ones too.
    public List<Template> templates() {
        var of = metricsBy("NOT tm.removed AND NOT m.retired");
        return jdbc.sql("SELECT * FROM report_template ORDER BY place")
                .query((row, _) -> new Template(
                        row.getString("key"),
                        row.getString("hazard"),
                        row.getString("ko"),
                        row.getString("en"),
                        of.getOrDefault(row.getString("key"), List.of()),
                        row.getBoolean("retired")))
                .list();
    }

    /// By template, the metrics that it asked once and does not now.
    public Map<String, List<Metric>> former() {
        return metricsBy("tm.removed OR m.retired");
    }

    private Map<String, List<Metric>> metricsBy(String condition) {
        return jdbc
                .sql("""
                SELECT tm.template, m.* FROM report_template_metric tm JOIN report_metric m ON m.key = tm.metric
                WHERE %s ORDER BY tm.template, tm.place""".formatted(condition))
                .query((row, number) ->
                        Map.entry(Objects.requireNonNull(row.getString("template")), metric(row, number)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /// Until the transaction ends no administrator changes what metrics mean; whoever holds it so before waits for none
    /// of the others who do.
    @Transactional(propagation = Propagation.MANDATORY)
    public void holdStill() {
        jdbc.sql("SELECT changes FROM report_catalogue FOR SHARE")
                .query(Integer.class)
                .single();
    }

    /// Until the transaction ends nobody else changes the catalogue and nothing is filed with it.
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold() {
        jdbc.sql("UPDATE report_catalogue SET changes = changes + 1").update();
    }

    /// What a new template or metric will be known by; of the server's making, because it stays when the name changes.
    public String newKey() {
        return "own."
                + jdbc.sql("SELECT nextval('report_own_key')").query(Long.class).single();
    }

    static Problem changedMeanwhile() {
        return Problem.conflict(
                "catalogue-changed",
                "그 사이 다른 사람이 바꿨습니다. 새 내용을 보고 다시 하십시오.",
                "Somebody changed it meanwhile; look at it and try again.");
    }

    /// These templates, in the order of all; none of those that are unknown.
    public List<Template> templates(Collection<String> keys) {
        return templates().stream().filter(one -> keys.contains(one.key())).toList();
    }

    /// @throws Problem when one of them is unknown or there is none
    public void requireTemplates(Collection<String> keys) {
        if (keys.isEmpty() || templates(keys).size() != Set.copyOf(keys).size()) {
            throw Problem.bad("template-missing", "그런 보고 서식이 없습니다.", "There is no such report template.");
        }
    }

    /// @throws Problem when it is unknown
    public Metric metric(String key) {
        var found = metrics().get(key);
        if (found == null) {
            throw Problem.missing("metric-missing", "그런 지표가 없습니다.", "There is no such metric.");
        }
        return found;
    }

    static Metric metric(ResultSet row, int number) throws SQLException {
        return new Metric(
                row.getString("key"),
                row.getString("ko"),
                row.getString("en"),
                row.getString("measure"),
                row.getString("measure_en"),
                row.getInt("decimals"),
                row.getBoolean("may_fall"),
                row.getBoolean("estimable"),
                Metric.Combining.valueOf(row.getString("combines")),
                Metric.Disclosure.valueOf(row.getString("disclosure")),
                Metric.Disclosure.valueOf(row.getString("unit_disclosure")),
                row.getString("citation"));
    }
}
