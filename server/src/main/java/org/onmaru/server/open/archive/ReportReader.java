package org.onmaru.server.open.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.hall.report.Catalogue;
import org.onmaru.server.hall.report.Figure;
import org.onmaru.server.hall.report.FiledReport;
import org.onmaru.server.hall.report.FiledReports;
import org.onmaru.server.hall.report.Metric;
import org.onmaru.server.hall.report.Template;
import org.onmaru.server.open.archive.index.Kind;
import org.onmaru.server.open.archive.index.Passage;
import org.onmaru.server.open.archive.index.Readers;
import org.springframework.stereotype.Component;

/// Reads what units filed for a day, in its latest version. Reports are internal; what of them is for everybody is said
/// in the meeting.
@Component
class ReportReader {

    private final FiledReports filed;
    private final Catalogue catalogue;
    private final UnitNames units;

    ReportReader(FiledReports filed, Catalogue catalogue, UnitNames units) {
        this.filed = filed;
        this.catalogue = catalogue;
        this.units = units;
    }

    List<Passage> of(Day day, PassageWriter writer) {
        var reports = filed.latest(day.series(), day.date());
        if (reports.isEmpty()) {
            return List.of();
        }
        var metrics = catalogue.metrics();
        return reports.stream()
                .flatMap(report -> of(day, report, metrics, writer).stream())
                .toList();
    }

    private List<Passage> of(Day day, FiledReport report, Map<String, Metric> metrics, PassageWriter writer) {
        var content = report.content();
        var texts = new ArrayList<String>();
        if (content.nil()) {
            texts.add("특이사항 없음");
        }
        content.situation().lines().map(String::strip).forEach(texts::add);
        texts.addAll(content.needs());
        texts.addAll(content.practices());
        content.figures().forEach(figure -> texts.add(figure(metrics.get(figure.metric()), figure)));
        var hazards = catalogue.templates(content.templates()).stream()
                .map(Template::hazard)
                .collect(Collectors.toSet());
        var readers = Set.of(
                Readers.ofSeries(day.series().value()),
                Readers.ofUnit(report.unit().value()));
        var unit = units.of(report.unit(), day.date());
        return texts.stream()
                .filter(text -> !text.isBlank())
                .map(text -> writer.passage(Kind.REPORT, readers)
                        .of(unit)
                        .about(hazards)
                        .under("상황보고 " + report.cutOff())
                        .subject(report.report().value().toString())
                        .says(text))
                .toList();
    }

    /// `마스크 배부 3000장, 누계 12000장`
    private static String figure(@Nullable Metric metric, Figure figure) {
        var name = metric == null ? figure.metric() : metric.ko();
        var measure = metric == null ? "" : metric.measure();
        return name + " " + Figure.plain(figure.thisPeriod()).toPlainString() + measure + ", 누계 "
                + Figure.plain(figure.toDate()).toPlainString() + measure;
    }
}
