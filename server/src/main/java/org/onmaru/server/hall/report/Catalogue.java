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

/// The metrics and templates there are.
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

    /// Every template in the order in which it is offered.
    public List<Template> templates() {
        var metrics = metrics();
        var of = jdbc
                .sql("SELECT template, metric FROM report_template_metric ORDER BY template, place")
                .query((row, _) -> Map.entry(row.getString("template"), row.getString("metric")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey,
                        Collectors.mapping(
                                entry -> Objects.requireNonNull(metrics.get(entry.getValue())), Collectors.toList())));
        return jdbc.sql("SELECT * FROM report_template ORDER BY place")
                .query((row, _) -> new Template(
                        row.getString("key"),
                        row.getString("hazard"),
                        row.getString("ko"),
                        row.getString("en"),
                        of.getOrDefault(row.getString("key"), List.of())))
                .list();
    }

    /// These templates, in the order of all; none of those that are unknown.
    public List<Template> templates(Collection<String> keys) {
        return templates().stream().filter(one -> keys.contains(one.key())).toList();
    }

    /// Their metrics, each once.
    public static List<Metric> metricsOf(List<Template> templates) {
        return templates.stream()
                .flatMap(template -> template.metrics().stream())
                .distinct()
                .toList();
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

    private static Metric metric(ResultSet row, int number) throws SQLException {
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
