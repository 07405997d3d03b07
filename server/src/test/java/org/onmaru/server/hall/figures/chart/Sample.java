package org.onmaru.server.hall.figures.chart;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.hall.figures.ChartFacts;
import org.onmaru.server.hall.figures.ChartFacts.Bar;
import org.onmaru.server.hall.figures.ChartFacts.Counted;
import org.onmaru.server.hall.figures.ChartFacts.Day;
import org.onmaru.server.hall.figures.ChartFacts.Head;
import org.onmaru.server.hall.figures.ChartFacts.Line;
import org.onmaru.server.hall.figures.ChartFacts.Name;

/// Charts as a morning has them.
final class Sample {

    static final LocalDate DAY = LocalDate.of(2020, 12, 8);
    static final Head HEAD = new Head(DAY, "07:30", new Name("여주시", "Yeoju City"), 2);
    static final Counted SITES =
            new Counted(new Name("소독 장소", "Sites disinfected"), new Name("개소", "places"), false, false);
    static final Counted QUARANTINE =
            new Counted(new Name("자가격리", "In quarantine"), new Name("명", "people"), true, false);
    private static final List<String> TOWNS = List.of(
            "가남읍", "점동면", "세종대왕면", "흥천면", "금사면", "산북면", "대신면", "북내면", "강천면", "여흥동", "중앙동", "오학동", "보건소", "재난안전대책본부");

    private Sample() {}

    static @Nullable BigDecimal number(@Nullable Number number) {
        return number == null ? null : new BigDecimal(number.toString());
    }

    static Bar bar(String unit, @Nullable Number value) {
        return new Bar(new Name(unit, ""), number(value), value == null, false);
    }

    /// Fourteen units: one corrected, one zero, two missing, one with nothing to say.
    static ChartFacts.Units morning() {
        var bars = new ArrayList<Bar>();
        int[] values = {12, 7, 31, 4, 0, 9, 15, 22, 6, 40, 28, 19};
        for (int i = 0; i < values.length; i++) {
            bars.add(new Bar(new Name(TOWNS.get(i), ""), BigDecimal.valueOf(values[i]), false, i == 7));
        }
        bars.set(3, bar(TOWNS.get(3), null));
        bars.add(new Bar(new Name(TOWNS.get(12), ""), null, false, false));
        bars.add(bar(TOWNS.get(13), null));
        return new ChartFacts.Units(HEAD, SITES, BigDecimal.valueOf(189), bars);
    }

    static ChartFacts.Trend trend(int days, @Nullable Number... values) {
        var points = new ArrayList<Day>();
        for (int i = 0; i < days; i++) {
            points.add(new Day(DAY.minusDays(days - 1L - i), number(values[i % values.length]), i == days - 4));
        }
        return new ChartFacts.Trend(HEAD, QUARANTINE, points);
    }

    static ChartFacts.Table table(int lines) {
        var all = new ArrayList<Line>();
        for (int i = 0; i < lines; i++) {
            all.add(new Line(
                    i % 3 == 2 ? QUARANTINE : new Counted(new Name("제설 장비 출동", ""), new Name("대", ""), false, false),
                    BigDecimal.valueOf(i * 3L),
                    BigDecimal.valueOf(i * 12_345L),
                    i == 1));
        }
        return new ChartFacts.Table(HEAD, all);
    }
}
