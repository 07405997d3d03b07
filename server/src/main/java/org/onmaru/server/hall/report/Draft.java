package org.onmaru.server.hall.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.city.attachment.Attachment;

/// A report as it stands now: what was typed, over what the unit filed before.
///
/// @param typed the fields that somebody wrote in
/// @param faults why its figures or lines cannot be filed as they are
public record Draft(
        List<Template> templates,
        List<Row> rows,
        String situation,
        List<ReportLine> needs,
        List<ReportLine> practices,
        Content.Severity severity,
        Content.Urgency urgency,
        Content.Confidence confidence,
        List<Attachment> attachments,
        List<Entry> typed,
        List<ReportFault> faults) {

    private static final int MOST_LINES = 20;

    /// A metric of the form.
    public record Row(
            Metric metric, FigureCheck.Typed typed, Figure.@Nullable Before before, FigureCheck.Judged judged) {}

    /// One need or practice.
    ///
    /// @param field its name as a field of the draft
    public record ReportLine(String field, String text) {}

    /// @param typed in the order in which they were first written
    static Draft of(List<Entry> typed, Questions questions, Earlier earlier, List<Attachment> attachments) {
        var values = typed.stream().collect(Collectors.toMap(Entry::field, Entry::value));
        var last = earlier.last() == null ? null : earlier.last().content();
        var templates = questions.chosen(values, last);
        var rows = questions.asked(templates, values).stream()
                .map(asked ->
                        row(asked, values, earlier.figures().get(asked.metric().key())))
                .toList();
        var faults = new ArrayList<ReportFault>();
        rows.forEach(row -> faults.addAll(row.judged.faults()));
        var needs = lines(typed, FieldName.NEED);
        var practices = lines(typed, FieldName.PRACTICE);
        var situation = values.getOrDefault(FieldName.SITUATION, "");
        lengths(situation, needs, practices, faults);
        return new Draft(
                templates,
                rows,
                situation,
                needs,
                practices,
                word(
                        values.get(FieldName.SEVERITY),
                        Content.Severity::valueOf,
                        last == null ? Content.Severity.UNKNOWN : last.severity()),
                word(
                        values.get(FieldName.URGENCY),
                        Content.Urgency::valueOf,
                        last == null ? Content.Urgency.UNKNOWN : last.urgency()),
                word(
                        values.get(FieldName.CONFIDENCE),
                        Content.Confidence::valueOf,
                        last == null ? Content.Confidence.UNSURE : last.confidence()),
                attachments,
                typed,
                List.copyOf(faults));
    }

    /// What would be filed of it.
    Content content(boolean nil) {
        return new Content(
                templates.stream().map(Template::key).toList(),
                rows.stream()
                        .map(row -> row.judged.figure())
                        .flatMap(Stream::ofNullable)
                        .toList(),
                situation.strip(),
                needs.stream().map(line -> line.text.strip()).toList(),
                practices.stream().map(line -> line.text.strip()).toList(),
                severity,
                urgency,
                confidence,
                nil,
                attachments);
    }

    /// Whether it says that something happened.
    boolean tells() {
        return !situation.isBlank()
                || !needs.isEmpty()
                || !practices.isEmpty()
                || !attachments.isEmpty()
                || rows.stream().anyMatch(row -> row.judged.moved());
    }

    /// Whether somebody said anything, be it that all is as before.
    boolean says() {
        return tells() || rows.stream().anyMatch(row -> row.judged.figure() != null);
    }

    private static Row row(Questions.Asked asked, Map<String, String> values, Figure.@Nullable Before before) {
        var metric = asked.metric();
        var typed = new FigureCheck.Typed(
                values.getOrDefault(FigureCheck.field(metric, "thisPeriod"), ""),
                values.getOrDefault(FigureCheck.field(metric, "toDate"), ""),
                "true".equals(values.get(FigureCheck.field(metric, "estimated"))));
        var judged = FigureCheck.judge(metric, typed, before);
        return new Row(
                metric, typed, before, judged.carried() && !asked.carries() ? FigureCheck.Judged.NOTHING : judged);
    }

    private static List<ReportLine> lines(List<Entry> typed, String kind) {
        return typed.stream()
                .filter(entry ->
                        entry.field().startsWith(kind) && !entry.value().isBlank())
                .map(entry -> new ReportLine(entry.field(), entry.value()))
                .toList();
    }

    /// Merging may have made something longer than anybody typed.
    private static void lengths(
            String situation, List<ReportLine> needs, List<ReportLine> practices, List<ReportFault> faults) {
        tooLong(FieldName.SITUATION, situation, FieldName.Kind.TEXT, faults);
        for (var lines : List.of(needs, practices)) {
            lines.forEach(line -> tooLong(line.field, line.text, FieldName.Kind.LINE, faults));
            if (lines.size() > MOST_LINES) {
                faults.add(new ReportFault(
                        lines.getLast().field,
                        "too-many",
                        "한 종류에 " + MOST_LINES + "줄까지 낼 수 있습니다.",
                        "At most " + MOST_LINES + " lines of a kind can be filed."));
            }
        }
    }

    private static void tooLong(String field, String text, FieldName.Kind kind, List<ReportFault> faults) {
        if (text.codePointCount(0, text.length()) > kind.most()) {
            faults.add(new ReportFault(
                    field,
                    "too-long",
                    "글이 너무 깁니다. " + kind.most() + "자까지 낼 수 있습니다.",
                    "The text is too long: at most " + kind.most() + " characters can be filed."));
        }
    }

    private static <T> T word(@Nullable String typed, Function<String, T> known, T otherwise) {
        return typed == null ? otherwise : known.apply(typed);
    }
}
