package org.onmaru.server.hall.figures;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.hall.figures.ChartFacts.Bar;
import org.onmaru.server.hall.figures.ChartFacts.Counted;
import org.onmaru.server.hall.figures.ChartFacts.Day;
import org.onmaru.server.hall.figures.ChartFacts.Head;
import org.onmaru.server.hall.figures.ChartFacts.Line;
import org.onmaru.server.hall.figures.ChartFacts.Name;

/// What charts say, in one language: on the picture and for those who cannot see it.
public enum ChartWords {
    KO,
    EN;

    private static final String BETWEEN = " · ";
    /// More numbers make no sentence.
    private static final int MOST_SAID = 4;

    /// The whole chart.
    public ChartText text(ChartFacts facts) {
        return switch (facts) {
            case ChartFacts.Units units ->
                new ChartText(
                        title(facts),
                        sentence(units),
                        List.of(say("부서·기관", "Unit"), measured(units.counted()), say("비고", "Notes")),
                        units.bars().stream()
                                .map(bar -> List.of(of(bar.unit()), value(bar), corrected(bar.corrected())))
                                .toList());
            case ChartFacts.Trend trend ->
                new ChartText(
                        title(facts),
                        sentence(trend),
                        List.of(say("날짜", "Day"), measured(trend.counted()), say("비고", "Notes")),
                        trend.days().stream()
                                .map(day -> List.of(date(day.date()), value(day), corrected(day.corrected())))
                                .toList());
            case ChartFacts.Table table ->
                new ChartText(
                        title(facts),
                        sentence(table),
                        List.of(say("지표", "Metric"), say("오늘", "Today"), say("누계·현재", "To date"), say("비고", "Notes")),
                        table.lines().stream().map(this::row).toList());
        };
    }

    /// Its heading.
    public String title(ChartFacts facts) {
        return switch (facts) {
            case ChartFacts.Units units ->
                of(units.counted().name())
                        + say(", 읍면동별 " + when(units.counted()), " by unit, " + when(units.counted()));
            case ChartFacts.Trend trend ->
                of(trend.counted().name())
                        + say(
                                " 추이, " + trend.days().size() + "일",
                                ", " + trend.days().size() + " days");
            case ChartFacts.Table _ -> say("오늘의 주요 수치", "Key figures today");
        };
    }

    /// The line below it: what is counted, until when, who says so.
    public String subtitle(ChartFacts facts) {
        var head = facts.head();
        var measure = switch (facts) {
            case ChartFacts.Units units -> unit(units.counted());
            case ChartFacts.Trend trend -> unit(trend.counted());
            case ChartFacts.Table _ -> "";
        };
        return measure
                + asOf(head)
                + BETWEEN
                + say(head.source().ko() + " 취합", "compiled by " + head.source().en());
    }

    private String unit(Counted counted) {
        return say("단위 ", "in ") + of(counted.measure()) + BETWEEN;
    }

    private String asOf(Head head) {
        var time = head.asOf().endsWith(":00") ? head.asOf().substring(0, 2) + say("시", ":00") : head.asOf();
        return say(
                (date(head.date()) + " " + time).strip() + " 기준", ("as of " + date(head.date()) + " " + time).strip());
    }

    /// What may still change, for below the picture; empty when everybody filed.
    public String missing(Head head) {
        return head.missing() == 0
                ? ""
                : say("미제출 " + head.missing() + "곳, 바뀔 수 있음", head.missing() + " not filed yet, may change");
    }

    private String sentence(ChartFacts.Units units) {
        var said = new ArrayList<String>();
        if (units.total() != null) {
            said.add(together(units.counted()) + counted(units.total(), units.counted()));
        }
        units.bars().stream()
                .filter(bar -> bar.value() != null && bar.value().signum() > 0)
                .max(Comparator.comparing(bar -> Objects.requireNonNull(bar.value())))
                .ifPresent(most -> said.add(say("가장 많은 곳 ", "most in ") + of(most.unit()) + " "
                        + counted(Objects.requireNonNull(most.value()), units.counted())));
        var missing = units.bars().stream().filter(Bar::missing).toList();
        if (!missing.isEmpty()) {
            said.add(say("미제출 " + missing.size() + "곳(", missing.size() + " not filed (")
                    + missing.stream().map(bar -> of(bar.unit())).collect(Collectors.joining(", ")) + ")");
        }
        return sentence(units, said);
    }

    private String sentence(ChartFacts.Trend trend) {
        var known = trend.days().stream().filter(day -> day.value() != null).toList();
        var said = new ArrayList<String>();
        for (var day :
                List.of(known.getFirst(), known.getLast()).stream().distinct().toList()) {
            said.add(date(day.date()) + " " + counted(Objects.requireNonNull(day.value()), trend.counted()));
        }
        known.stream()
                .max(Comparator.comparing(day -> Objects.requireNonNull(day.value())))
                .ifPresent(most -> said.add(say("가장 많은 날 ", "most on ") + date(most.date()) + " "
                        + counted(Objects.requireNonNull(most.value()), trend.counted())));
        if (!missing(trend.head()).isEmpty()) {
            said.add(missing(trend.head()));
        }
        return sentence(trend, said);
    }

    private String sentence(ChartFacts.Table table) {
        var said = new ArrayList<String>();
        for (var line :
                table.lines().subList(0, Math.min(MOST_SAID, table.lines().size()))) {
            said.add(of(line.counted().name()) + " " + today(line));
        }
        if (!missing(table.head()).isEmpty()) {
            said.add(missing(table.head()));
        }
        return sentence(table, said);
    }

    private String sentence(ChartFacts facts, List<String> said) {
        if (facts.corrected()) {
            said.add(say("정정한 수치 있음", "with corrections"));
        }
        return title(facts) + " (" + asOf(facts.head()) + "): " + String.join("; ", said) + ".";
    }

    private List<String> row(Line line) {
        return List.of(
                of(line.counted().name()) + " (" + of(line.counted().measure()) + ")",
                number(line.thisPeriod()),
                number(line.toDate()),
                corrected(line.corrected()));
    }

    /// A line's main number: how it stands, or what came in today.
    public String today(Line line) {
        return counted(line.counted().standing() ? line.toDate() : line.thisPeriod(), line.counted());
    }

    /// A line's other number, named.
    public String besides(Line line) {
        return line.counted().standing()
                ? say("오늘 ", "today ") + number(line.thisPeriod())
                : say("누계 ", "to date ") + number(line.toDate());
    }

    /// What a unit says, or why there is no number: never a zero that nobody reported.
    public String value(Bar bar) {
        if (bar.value() != null) {
            return number(bar.value());
        }
        return bar.missing() ? say("미제출", "not filed") : say("해당 없음", "none reported");
    }

    private String value(Day day) {
        return day.value() == null ? say("수치 없음", "no figure") : number(day.value());
    }

    /// `정정`, or nothing.
    public String corrected(boolean whether) {
        return whether ? say("정정", "corrected") : "";
    }

    private String measured(Counted counted) {
        return say("수치", "Figure") + " (" + of(counted.measure()) + ")";
    }

    /// A number and what is counted.
    public String counted(BigDecimal value, Counted counted) {
        return number(value) + say("", " ") + of(counted.measure());
    }

    private String when(Counted counted) {
        return counted.standing() ? say("현재", "now") : say("오늘", "today");
    }

    /// In whichever language there is a name.
    public String of(Name name) {
        return this == EN && !name.en().isEmpty() ? name.en() : name.ko();
    }

    private String date(LocalDate date) {
        return say(
                "%d. %d. %d.".formatted(date.getYear(), date.getMonthValue(), date.getDayOfMonth()), date.toString());
    }

    private String say(String ko, String en) {
        return this == KO ? ko : en;
    }

    /// `400,000`.
    public static String number(BigDecimal value) {
        return new DecimalFormat("#,##0.##", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(value);
    }

    /// The words of a total.
    public String total(@Nullable BigDecimal total, Counted counted) {
        return total == null ? "" : together(counted) + counted(total, counted);
    }

    private String together(Counted counted) {
        return counted.highest() ? say("최고 ", "highest ") : say("합계 ", "total ");
    }
}
