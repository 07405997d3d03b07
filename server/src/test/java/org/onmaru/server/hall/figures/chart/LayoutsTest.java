package org.onmaru.server.hall.figures.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LayoutsTest {

    private static final Box AREA = new Box(36, 132, 968, 444);

    private static List<@Nullable BigDecimal> values(@Nullable Number... values) {
        var all = new ArrayList<@Nullable BigDecimal>();
        for (var value : values) {
            all.add(Sample.number(value));
        }
        return all;
    }

    private static List<Double> widths(@Nullable Number... values) {
        return BarLayout.place(values(values), AREA).stream()
                .map(placed -> placed.bar() == null ? -1 : placed.bar().width())
                .toList();
    }

    @Test
    void barsAreAsLongAsTheirNumbers() {
        assertThat(widths(10, 5, 2.5)).containsExactly(968.0, 484.0, 242.0);
        assertThat(widths(400_000, 100_000)).containsExactly(968.0, 242.0);
    }

    @Test
    void aZeroIsSeenAndNothingIsNoZero() {
        assertThat(widths(10, 0, null)).containsExactly(968.0, BarLayout.ZERO, -1.0);
        assertThat(widths(0, 0)).as("a day of zeros").containsExactly(BarLayout.ZERO, BarLayout.ZERO);
        assertThat(widths(1_000_000, 1)).as("one of many is no zero").containsExactly(968.0, BarLayout.LEAST);
        assertThat(widths(10, -3)).as("never to the left").containsExactly(968.0, BarLayout.ZERO);
        assertThat(widths((Number) null)).containsExactly(-1.0);
    }

    @Test
    void cellsFitHoweverManyThereAre() {
        for (int count = 1; count <= 30; count++) {
            var cells = CellLayout.place(count, AREA);
            assertThat(cells).hasSize(count);
            for (var cell : cells) {
                assertThat(cell.box().bottom()).isLessThanOrEqualTo(AREA.bottom() + 0.01);
                assertThat(cell.box().right()).isLessThanOrEqualTo(AREA.right() + 0.01);
                assertThat(cell.below().bottom()).isLessThanOrEqualTo(cell.box().bottom());
                assertThat(cell.line().bottom())
                        .isLessThanOrEqualTo(cell.below().y() + 0.01);
            }
        }
        assertThat(CellLayout.place(14, AREA).getFirst().letters())
                .as("fourteen units can be read on a phone")
                .isGreaterThan(27);
        assertThat(CellLayout.place(1, AREA).getFirst().letters()).isEqualTo(44);
        assertThat(CellLayout.place(14, AREA).get(7).box().x()).isGreaterThan(500);
        assertThat(CellLayout.place(14, AREA).get(7).box().y()).isEqualTo(AREA.y());
    }

    @Test
    void aLineStartsAtZeroAndBreaksWhereNothingIsKnown() {
        var placed = LineLayout.place(values(3, 0, null, 4, -1), AREA);
        assertThat(placed.ticks().stream().map(tick -> tick.value().intValue())).containsExactly(0, 2, 4);
        assertThat(placed.pieces().stream().map(List::size)).containsExactly(2, 2);
        var dots = placed.dots();
        assertThat(dots.get(2)).isNull();
        assertThat(dots.get(3)).isEqualTo(new LineLayout.Dot(36 + 968 * 0.75, 132));
        assertThat(dots.get(1)).isEqualTo(new LineLayout.Dot(36 + 968 * 0.25, 576));
        assertThat(dots.get(4)).as("never below zero").isEqualTo(new LineLayout.Dot(36 + 968, 576));
        assertThat(dots.get(0)).isNotNull().satisfies(dot -> assertThat(dot.y()).isCloseTo(132 + 111, within(0.01)));
    }

    @Test
    void scalesEndAtRoundNumbersAboveEverything() {
        for (double most : new double[] {0, 1, 2, 3, 9, 10, 11, 999, 400_000, 123_456_789}) {
            var ticks = LineLayout.place(values(most), AREA).ticks();
            assertThat(ticks.getLast().value().doubleValue()).isGreaterThanOrEqualTo(most);
            assertThat(ticks.getLast().value().doubleValue()).isLessThanOrEqualTo(Math.max(2, most * 2.5));
            assertThat(ticks.getFirst().y()).isEqualTo(AREA.bottom());
        }
    }

    @Test
    void aboutSevenDaysAreNamedAndTheLastAlways() {
        for (int days : new int[] {1, 14, 30}) {
            var values = new ArrayList<@Nullable BigDecimal>();
            for (int i = 0; i < days; i++) {
                values.add(BigDecimal.valueOf(i));
            }
            var named = LineLayout.place(values, AREA).named();
            assertThat(named).hasSizeLessThanOrEqualTo(7).last().isEqualTo(days - 1);
        }
    }
}
