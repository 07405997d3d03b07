package org.onmaru.server.hall.figures.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A line over days: equal steps to the right, from zero upwards; it breaks where a day has no number.
final class LineLayout {

    /// About so many days are named below.
    private static final int NAMED = 7;

    private LineLayout() {}

    record Dot(double x, double y) {}

    /// A line across at a round number.
    record Tick(BigDecimal value, double y) {}

    /// @param x of each day
    /// @param dots of each day; null without a number
    /// @param ticks from zero up; the last is at or above every dot
    /// @param named days whose date stands below, the last among them
    record Placed(List<Double> x, List<@Nullable Dot> dots, List<Tick> ticks, List<Integer> named) {

        /// Unbroken pieces of the line, single dots too.
        List<List<Dot>> pieces() {
            var pieces = new ArrayList<List<Dot>>();
            var piece = new ArrayList<Dot>();
            for (var dot : dots) {
                if (dot != null) {
                    piece.add(dot);
                } else if (!piece.isEmpty()) {
                    pieces.add(List.copyOf(piece));
                    piece.clear();
                }
            }
            if (!piece.isEmpty()) {
                pieces.add(List.copyOf(piece));
            }
            return pieces;
        }
    }

    /// @param values null where there is none; below zero is drawn at zero
    static Placed place(List<@Nullable BigDecimal> values, Box area) {
        var top = top(values);
        double step = area.width() / Math.max(1, values.size() - 1);
        var x = new ArrayList<Double>();
        var dots = new ArrayList<@Nullable Dot>();
        var named = new ArrayList<Integer>();
        int every = (values.size() + NAMED - 1) / NAMED;
        for (int i = 0; i < values.size(); i++) {
            var value = values.get(i);
            x.add(area.x() + i * step);
            dots.add(value == null ? null : new Dot(area.x() + i * step, y(value, top, area)));
            if ((values.size() - 1 - i) % every == 0) {
                named.add(i);
            }
        }
        var half = top.divide(BigDecimal.TWO);
        var ticks = List.of(BigDecimal.ZERO, half, top).stream()
                .map(value -> new Tick(value, y(value, top, area)))
                .toList();
        return new Placed(x, dots, ticks, named);
    }

    private static double y(BigDecimal value, BigDecimal top, Box area) {
        return area.bottom() - area.height() * Math.max(0, value.doubleValue()) / top.doubleValue();
    }

    /// The next of 2, 4, 6, 8, 10, 20, 40 …, whose half is a round number too.
    static BigDecimal top(List<@Nullable BigDecimal> values) {
        double most = 0;
        for (var value : values) {
            most = value == null ? most : Math.max(most, value.doubleValue());
        }
        var ten = BigDecimal.ONE;
        while (true) {
            for (int factor : new int[] {2, 4, 6, 8, 10}) {
                var top = ten.multiply(BigDecimal.valueOf(factor));
                if (top.doubleValue() >= most) {
                    return top;
                }
            }
            ten = ten.multiply(BigDecimal.TEN);
        }
    }
}
