package org.onmaru.server.hall.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a report asks. Administrators may change the templates at any time: what they add is asked from then on, and
/// nothing that somebody typed or filed goes away.
///
/// @param templates every one there is, retired ones too, in the order of all
/// @param former by template, the metrics that it asked once and does not now
/// @param filed what the report says in its latest version; null until it is filed
record Questions(
        List<Template> templates,
        Map<String, List<Metric>> former,
        @Nullable Content filed) {

    /// A metric of a form.
    ///
    /// @param carries whether it is as before when nobody types anything. One that came after the report was
    ///     filed does not: the report would say something else by itself.
    record Asked(Metric metric, boolean carries) {}

    /// The templates of a draft: those that were typed, or filed, or else those of the report before. Of these the
    /// retired ones only while somebody has typed a figure of theirs.
    List<Template> chosen(Map<String, String> typed, @Nullable Content before) {
        var said = typed.get(FieldName.TEMPLATES);
        if (said != null) {
            return of(Arrays.stream(said.split(",", -1)).map(String::strip).toList());
        }
        if (filed != null) {
            return of(filed.templates());
        }
        var inherited = of(before == null ? List.of(Template.PLAIN) : before.templates()).stream()
                .filter(one -> !one.retired() || metricsEver(one).anyMatch(metric -> isTyped(metric, typed)))
                .toList();
        return inherited.isEmpty() ? of(List.of(Template.PLAIN)) : inherited;
    }

    /// Their metrics, each once, in the order of the form; those that are not asked any more behind the others.
    List<Asked> asked(List<Template> chosen, Map<String, String> typed) {
        var metrics = new LinkedHashMap<String, Asked>();
        for (var template : chosen) {
            Predicate<Metric> later = isFiled(template) ? notFiled() : _ -> false;
            template.metrics().forEach(metric -> put(metrics, new Asked(metric, !later.test(metric))));
            former.getOrDefault(template.key(), List.of()).stream()
                    .filter(metric -> isTyped(metric, typed)
                            || (isFiled(template) && !notFiled().test(metric)))
                    .forEach(metric -> put(metrics, new Asked(metric, true)));
        }
        return new ArrayList<>(metrics.values());
    }

    private static void put(Map<String, Asked> metrics, Asked one) {
        metrics.merge(one.metric.key(), one, (there, again) -> new Asked(there.metric, there.carries || again.carries));
    }

    private List<Template> of(List<String> keys) {
        return templates.stream().filter(one -> keys.contains(one.key())).toList();
    }

    private boolean isFiled(Template template) {
        return filed != null && filed.templates().contains(template.key());
    }

    private Predicate<Metric> notFiled() {
        Set<String> figures = filed == null
                ? Set.of()
                : filed.figures().stream().map(Figure::metric).collect(Collectors.toSet());
        return metric -> !figures.contains(metric.key());
    }

    private Stream<Metric> metricsEver(Template template) {
        return Stream.concat(template.metrics().stream(), former.getOrDefault(template.key(), List.of()).stream());
    }

    private static boolean isTyped(Metric metric, Map<String, String> typed) {
        return Stream.of("thisPeriod", "toDate")
                .anyMatch(part ->
                        !typed.getOrDefault(FigureCheck.field(metric, part), "").isBlank());
    }
}
