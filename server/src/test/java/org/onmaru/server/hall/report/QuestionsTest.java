package org.onmaru.server.hall.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class QuestionsTest {

    private static final Metric DEPTH = metric("snow.depth");
    private static final Metric PLOWS = metric("snow.plows");
    private static final Metric PIPES = metric("own.1");
    private static final Template PLAIN = new Template(Template.PLAIN, "none", "일반", "Plain", List.of(), false);

    private static Metric metric(String key) {
        return new Metric(
                key,
                key,
                key,
                "개",
                "pieces",
                0,
                false,
                false,
                Metric.Combining.SUM,
                Metric.Disclosure.INTERNAL,
                Metric.Disclosure.INTERNAL,
                "");
    }

    private static Template snow(boolean retired, Metric... metrics) {
        return new Template("snow", "snow", "대설", "Snow", List.of(metrics), retired);
    }

    private static Questions questions(Template snow, List<Metric> former, @Nullable Content filed) {
        return new Questions(List.of(PLAIN, snow), Map.of("snow", former), filed);
    }

    private static Content said(List<String> templates, Metric... metrics) {
        return new Content(
                templates,
                List.of(metrics).stream()
                        .map(metric -> new Figure(metric.key(), BigDecimal.ONE, BigDecimal.ONE, false))
                        .toList(),
                "",
                List.of(),
                List.of(),
                Content.Severity.UNKNOWN,
                Content.Urgency.UNKNOWN,
                Content.Confidence.UNSURE,
                false,
                List.of());
    }

    private static List<String> keys(List<Template> templates) {
        return templates.stream().map(Template::key).toList();
    }

    @Test
    void aRetiredTemplateDoesNotComeFromTheReportBefore() {
        var before = said(List.of("snow"), DEPTH);
        assertThat(keys(questions(snow(false, DEPTH), List.of(), null).chosen(Map.of(), before)))
                .containsExactly("snow");
        assertThat(keys(questions(snow(true, DEPTH), List.of(), null).chosen(Map.of(), before)))
                .containsExactly(Template.PLAIN);
    }

    @Test
    void aRetiredTemplateStaysWhereItWasChosenTypedInOrFiled() {
        var before = said(List.of("snow"), DEPTH);
        var retired = snow(true, DEPTH);
        assertThat(keys(questions(retired, List.of(), null).chosen(Map.of("templates", "snow"), null)))
                .containsExactly("snow");
        assertThat(keys(questions(retired, List.of(), null).chosen(Map.of("figure/snow.depth/toDate", "3"), before)))
                .containsExactly("snow");
        assertThat(keys(questions(retired, List.of(), before).chosen(Map.of(), null)))
                .containsExactly("snow");
    }

    @Test
    void aMetricThatIsTakenOutStaysWhereItWasTypedOrFiled() {
        var now = snow(false, DEPTH);
        var former = List.of(PLOWS);
        assertThat(questions(now, former, null).asked(List.of(now), Map.of()))
                .containsExactly(new Questions.Asked(DEPTH, true));
        assertThat(questions(now, former, null).asked(List.of(now), Map.of("figure/snow.plows/toDate", "3")))
                .containsExactly(new Questions.Asked(DEPTH, true), new Questions.Asked(PLOWS, true));
        assertThat(questions(now, former, said(List.of("snow"), DEPTH, PLOWS)).asked(List.of(now), Map.of()))
                .containsExactly(new Questions.Asked(DEPTH, true), new Questions.Asked(PLOWS, true));
    }

    @Test
    void aMetricThatCameAfterTheReportWasFiledIsAskedAndSaysNothingByItself() {
        var now = snow(false, PIPES, DEPTH);
        assertThat(questions(now, List.of(), said(List.of("snow"), DEPTH)).asked(List.of(now), Map.of()))
                .containsExactly(new Questions.Asked(PIPES, false), new Questions.Asked(DEPTH, true));
        assertThat(questions(now, List.of(), said(List.of(Template.PLAIN))).asked(List.of(now), Map.of()))
                .containsExactly(new Questions.Asked(PIPES, true), new Questions.Asked(DEPTH, true));
    }

    @Test
    void anotherOrderOfTheFormSaysNothingElse() {
        var one = said(List.of("snow", "plain"), DEPTH, PLOWS);
        var other = said(List.of("plain", "snow"), PLOWS, DEPTH);
        assertThat(one).isNotEqualTo(other);
        assertThat(one.inOneOrder()).isEqualTo(other.inOneOrder());
    }
}
