package org.onmaru.server.hall.report;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Judges what was typed of one metric against what the unit filed before: `this period = to date − to date before`.
///
/// Whoever types one of the pair has said the other. Whoever types nothing has said that it is as before. The first
/// report of a metric may begin with a past: then only `this period ≤ to date` holds.
public final class FigureCheck {

    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,9}");
    private static final Pattern ONE_DECIMAL = Pattern.compile("-?[0-9]{1,9}([.][0-9])?");

    private final Metric metric;
    private final Typed typed;
    private final Figure.@Nullable Before before;
    private final List<ReportFault> faults = new ArrayList<>();

    private FigureCheck(Metric metric, Typed typed, Figure.@Nullable Before before) {
        this.metric = metric;
        this.typed = typed;
        this.before = before;
    }

    /// As somebody typed it; empty where they typed nothing.
    public record Typed(String thisPeriod, String toDate, boolean estimated) {

        public static final Typed NOTHING = new Typed("", "", false);
    }

    /// @param figure what it comes to; null when nothing is known or something is wrong
    /// @param carried true when nothing was typed and it is as before
    /// @param moved true when something was typed that differs from what was before
    public record Judged(@Nullable Figure figure, boolean carried, boolean moved, List<ReportFault> faults) {

        /// Nobody said anything.
        static final Judged NOTHING = new Judged(null, false, false, List.of());
    }

    public static Judged judge(Metric metric, Typed typed, Figure.@Nullable Before before) {
        return new FigureCheck(metric, typed, before).judged();
    }

    /// The field of the draft in which one of the pair is typed.
    public static String field(Metric metric, String part) {
        return "figure/" + metric.key() + "/" + part;
    }

    private Judged judged() {
        if (typed.thisPeriod.isBlank() && typed.toDate.isBlank()) {
            return before == null
                    ? new Judged(null, false, false, faults)
                    : new Judged(figure(BigDecimal.ZERO, before.toDate()), true, false, faults);
        }
        var thisPeriod = number("thisPeriod", typed.thisPeriod);
        var toDate = number("toDate", typed.toDate);
        if (!faults.isEmpty()) {
            return new Judged(null, false, true, faults);
        }
        var figure = pair(thisPeriod.orElse(null), toDate.orElse(null));
        judge(figure);
        return new Judged(
                faults.isEmpty() ? figure : null, false, figure.thisPeriod().signum() != 0, faults);
    }

    /// The pair, the missing one worked out.
    private Figure pair(@Nullable BigDecimal thisPeriod, @Nullable BigDecimal toDate) {
        var start = before == null ? BigDecimal.ZERO : before.toDate();
        if (toDate == null) {
            var since = thisPeriod == null ? BigDecimal.ZERO : thisPeriod;
            return figure(since, start.add(since));
        }
        return figure(thisPeriod == null ? toDate.subtract(start) : thisPeriod, toDate);
    }

    private void judge(Figure figure) {
        if (figure.toDate().signum() < 0) {
            fault("toDate", "negative", "0보다 작을 수 없습니다.", "must not be negative.");
        } else if (before != null) {
            judgeAgainst(before, figure);
        } else if (figure.thisPeriod().compareTo(figure.toDate()) > 0) {
            fault(
                    "toDate",
                    "does-not-add-up",
                    "이번에 " + ko(figure.thisPeriod()) + "이면 누적은 그보다 작을 수 없습니다. 적은 누적은 " + ko(figure.toDate()) + "입니다.",
                    "with " + en(figure.thisPeriod()) + " this period the figure to date cannot be less; it says "
                            + en(figure.toDate()) + ".");
        }
        if (figure.thisPeriod().signum() < 0 && !metric.mayFall() && faults.isEmpty()) {
            fault(
                    typed.thisPeriod.isBlank() ? "toDate" : "thisPeriod",
                    "must-not-fall",
                    "누적은 줄어들 수 없습니다." + (before == null ? "" : " 지난 보고까지 " + ko(before.toDate()) + "입니다."),
                    "the figure to date cannot become smaller"
                            + (before == null ? "." : "; it was " + en(before.toDate()) + " before."));
        }
        if (typed.estimated && !metric.estimable()) {
            fault("estimated", "not-an-estimate", "추정값을 쓸 수 없는 지표입니다.", "cannot be an estimate.");
        }
    }

    private void judgeAgainst(Figure.Before last, Figure figure) {
        var expected = last.toDate().add(figure.thisPeriod());
        if (expected.compareTo(figure.toDate()) != 0) {
            fault(
                    "toDate",
                    "does-not-add-up",
                    "지난 보고까지 " + ko(last.toDate()) + "이고 이번에 " + ko(figure.thisPeriod()) + "이면 누적은 " + ko(expected)
                            + "이어야 합니다. 적은 누적은 " + ko(figure.toDate()) + "입니다.",
                    "with " + en(last.toDate()) + " before and " + en(figure.thisPeriod())
                            + " this period the figure to date must be " + en(expected) + "; it says "
                            + en(figure.toDate()) + ".");
        }
    }

    private Optional<BigDecimal> number(String part, String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKC).strip().replace(",", "");
        if ((metric.decimals() == 0 ? WHOLE : ONE_DECIMAL).matcher(plain).matches()) {
            return Optional.of(new BigDecimal(plain));
        }
        if (metric.decimals() == 0) {
            fault(part, "not-a-number", "아홉 자리까지의 정수로 적으십시오.", "write a whole number of at most nine digits.");
        } else {
            fault(
                    part,
                    "not-a-number",
                    "소수 첫째 자리까지의 숫자로 적으십시오.",
                    "write a number of at most nine digits and one decimal.");
        }
        return Optional.empty();
    }

    private Figure figure(BigDecimal thisPeriod, BigDecimal toDate) {
        return new Figure(metric.key(), Figure.plain(thisPeriod), Figure.plain(toDate), typed.estimated);
    }

    private void fault(String part, String code, String ko, String en) {
        faults.add(new ReportFault(field(metric, part), code, metric.ko() + ": " + ko, metric.en() + ": " + en));
    }

    private String ko(BigDecimal number) {
        return Figure.plain(number).toPlainString() + metric.measure();
    }

    private String en(BigDecimal number) {
        return Figure.plain(number).toPlainString() + " " + metric.measureEn();
    }
}
