package org.onmaru.server.hall.report;

import static org.onmaru.server.HeldMeeting.ok;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.onmaru.server.Browser;
import org.onmaru.server.settings.DataDirectory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An administrator who keeps templates and metrics, as the web application does it.
public final class CatalogueKeeper {

    private static final String TEMPLATES = "/api/v1/report-templates";
    private static final String METRICS = "/api/v1/report-metrics";

    final Browser browser;

    public CatalogueKeeper(int port, DataDirectory data) {
        browser = Browser.as("admin", port, data);
    }

    /// What is said of a metric: a count for the city's own use, but for what follows, name and value by turns.
    public static Map<String, Object> metric(String name, Object... others) {
        var metric = new LinkedHashMap<String, Object>();
        metric.put("ko", name);
        metric.put("en", "Number of " + name);
        metric.put("measure", "건");
        metric.put("measureEn", "cases");
        metric.put("decimals", 0);
        metric.put("mayFall", false);
        metric.put("estimable", false);
        metric.put("combines", "SUM");
        metric.put("disclosure", "INTERNAL");
        metric.put("unitDisclosure", "INTERNAL");
        metric.put("citation", "");
        for (int i = 0; i < others.length; i += 2) {
            metric.put((String) others[i], others[i + 1]);
        }
        return metric;
    }

    /// What is said of a template.
    ///
    /// @param metrics keys, in the order of the form
    static Map<String, Object> template(String name, List<String> metrics) {
        return Map.of("ko", name, "en", "Template " + name, "metrics", metrics);
    }

    JsonNode catalogue() {
        return ok(browser.get("/api/v1/report-catalogue"));
    }

    JsonNode keptMetric(String key) {
        return catalogue()
                .path("metrics")
                .valueStream()
                .filter(one -> one.at("/metric/key").asString().equals(key))
                .findFirst()
                .orElseThrow();
    }

    JsonNode keptTemplate(String key) {
        return catalogue()
                .path("templates")
                .valueStream()
                .filter(one -> one.path("key").asString().equals(key))
                .findFirst()
                .orElseThrow();
    }

    Browser.Answer createMetric(Map<String, Object> metric) {
        return browser.post(METRICS, json(metric));
    }

    /// Its key.
    public String newMetric(Map<String, Object> metric) {
        return ok(createMetric(metric))
                .path("metrics")
                .valueStream()
                .map(one -> one.path("metric"))
                .filter(one -> one.path("ko").asString().equals(metric.get("ko")))
                .findFirst()
                .orElseThrow()
                .path("key")
                .asString();
    }

    Browser.Answer changeMetric(String key, Map<String, Object> metric, int version) {
        return put(METRICS + "/" + key, Map.of("metric", metric, "version", version));
    }

    /// Having just looked.
    public Browser.Answer changeMetric(String key, Map<String, Object> metric) {
        return changeMetric(key, metric, keptMetric(key).path("version").asInt());
    }

    Browser.Answer retireMetric(String key, boolean retired) {
        return put(
                METRICS + "/" + key + "/retired",
                Map.of(
                        "retired",
                        retired,
                        "version",
                        keptMetric(key).path("version").asInt()));
    }

    Browser.Answer createTemplate(Map<String, Object> template) {
        return browser.post(TEMPLATES, json(template));
    }

    /// Its key.
    public String newTemplate(String name, String... metrics) {
        return ok(createTemplate(template(name, List.of(metrics))))
                .path("templates")
                .valueStream()
                .filter(one -> one.path("ko").asString().equals(name))
                .findFirst()
                .orElseThrow()
                .path("key")
                .asString();
    }

    Browser.Answer changeTemplate(String key, Map<String, Object> template, int version) {
        return put(TEMPLATES + "/" + key, Map.of("template", template, "version", version));
    }

    /// Having just looked.
    Browser.Answer changeTemplate(String key, String name, String... metrics) {
        return changeTemplate(
                key,
                template(name, List.of(metrics)),
                keptTemplate(key).path("version").asInt());
    }

    Browser.Answer retireTemplate(String key, boolean retired) {
        return put(
                TEMPLATES + "/" + key + "/retired",
                Map.of(
                        "retired",
                        retired,
                        "version",
                        keptTemplate(key).path("version").asInt()));
    }

    /// What the audit has of it, oldest first: what was done, and from what to what.
    List<List<String>> audit(String kind, String key) {
        return ok(browser.get("/api/v1/audit?subjectKind=" + kind + "&subjectId=" + key))
                .valueStream()
                .map(one -> List.of(
                        one.path("action").asString(),
                        one.path("before").asString(""),
                        one.path("after").asString("")))
                .toList()
                .reversed();
    }

    private Browser.Answer put(String path, Map<String, Object> body) {
        return browser.send("PUT", path, json(body), true);
    }

    private static String json(Map<String, Object> body) {
        return JsonMapper.shared().writeValueAsString(body);
    }
}
