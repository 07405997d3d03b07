package org.onmaru.server.hall.report.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.onmaru.server.city.identity.Access;
import org.onmaru.server.city.identity.Permission;
import org.onmaru.server.city.identity.Scope;
import org.onmaru.server.hall.report.Catalogue;
import org.onmaru.server.hall.report.Metric;
import org.onmaru.server.hall.report.MetricBook;
import org.onmaru.server.hall.report.TemplateBook;
import org.onmaru.server.problem.PlainText;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What units are asked, kept by administrators. Every change answers with all that there is then.
@RestController
@RequestMapping("/api/v1")
class CatalogueApi {

    private static final int MOST_METRICS = 40;

    private final Access access;
    private final Catalogue catalogue;
    private final TemplateBook templates;
    private final MetricBook metrics;

    CatalogueApi(Access access, Catalogue catalogue, TemplateBook templates, MetricBook metrics) {
        this.access = access;
        this.catalogue = catalogue;
        this.templates = templates;
        this.metrics = metrics;
    }

    /// @param templates in the order in which they are offered
    /// @param metrics by their Korean names
    record ReportCatalogue(List<TemplateBook.KeptTemplate> templates, List<MetricBook.KeptMetric> metrics) {}

    /// @param metrics keys, in the order of the form
    record CreateTemplate(
            @PlainText(max = 40) String ko,
            @PlainText(max = 80) String en,
            @NotNull @Size(max = MOST_METRICS) List<@NotNull String> metrics) {

        TemplateBook.Plan plan() {
            return new TemplateBook.Plan(ko.strip(), en.strip(), metrics);
        }
    }

    /// @param version that was seen; another means that somebody else changed it meanwhile
    record ChangeTemplate(@NotNull @Valid CreateTemplate template, int version) {}

    /// @param decimals 0 for whole things, 1 for one decimal
    /// @param citation the rule or decision by which citizens may know it; needed when it becomes public
    record CreateMetric(
            @PlainText(max = 40) String ko,
            @PlainText(max = 80) String en,
            @PlainText(max = 10) String measure,
            @PlainText(max = 20) String measureEn,
            @Min(0) @Max(1) int decimals,
            boolean mayFall,
            boolean estimable,
            @NotNull Metric.Combining combines,
            @NotNull Metric.Disclosure disclosure,
            @NotNull Metric.Disclosure unitDisclosure,
            @PlainText(max = 200, blank = true) String citation) {

        Metric metric(String key) {
            return new Metric(
                    key,
                    ko.strip(),
                    en.strip(),
                    measure.strip(),
                    measureEn.strip(),
                    decimals,
                    mayFall,
                    estimable,
                    combines,
                    disclosure,
                    unitDisclosure,
                    citation.strip());
        }
    }

    /// @param version that was seen; another means that somebody else changed it meanwhile
    record ChangeMetric(@NotNull @Valid CreateMetric metric, int version) {}

    /// @param retired false to have it again
    /// @param version that was seen; another means that somebody else changed it meanwhile
    record Retirement(boolean retired, int version) {}

    @GetMapping("/report-catalogue")
    ReportCatalogue getReportCatalogue() {
        access.require(Permission.ADMINISTER, Scope.city());
        return all();
    }

    @PostMapping("/report-templates")
    ReportCatalogue createReportTemplate(@Valid @RequestBody CreateTemplate body) {
        access.require(Permission.ADMINISTER, Scope.city());
        templates.create(catalogue.newKey(), body.plan());
        return all();
    }

    @PutMapping("/report-templates/{key}")
    ReportCatalogue changeReportTemplate(@PathVariable String key, @Valid @RequestBody ChangeTemplate body) {
        access.require(Permission.ADMINISTER, Scope.city());
        templates.change(key, body.template.plan(), body.version);
        return all();
    }

    /// Offers a template no more, or again.
    @PutMapping("/report-templates/{key}/retired")
    ReportCatalogue retireReportTemplate(@PathVariable String key, @Valid @RequestBody Retirement body) {
        access.require(Permission.ADMINISTER, Scope.city());
        templates.retire(key, body.retired, body.version);
        return all();
    }

    @PostMapping("/report-metrics")
    ReportCatalogue createReportMetric(@Valid @RequestBody CreateMetric body) {
        access.require(Permission.ADMINISTER, Scope.city());
        metrics.create(body.metric(catalogue.newKey()));
        return all();
    }

    @PutMapping("/report-metrics/{key}")
    ReportCatalogue changeReportMetric(@PathVariable String key, @Valid @RequestBody ChangeMetric body) {
        access.require(Permission.ADMINISTER, Scope.city());
        metrics.change(body.metric.metric(key), body.version);
        return all();
    }

    /// Asks a metric no more, or again.
    @PutMapping("/report-metrics/{key}/retired")
    ReportCatalogue retireReportMetric(@PathVariable String key, @Valid @RequestBody Retirement body) {
        access.require(Permission.ADMINISTER, Scope.city());
        metrics.retire(key, body.retired, body.version);
        return all();
    }

    private ReportCatalogue all() {
        return new ReportCatalogue(templates.all(), metrics.all());
    }
}
