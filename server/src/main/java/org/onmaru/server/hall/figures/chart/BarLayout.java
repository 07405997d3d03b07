package org.onmaru.server.hall.figures.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onmaru.server.hall.figures.chart.CellLayout.Cell;

/// Bars from numbers: one scale for all, from zero. A number that is there can be seen, even a zero; one that is not
/// has no bar.
final class BarLayout {

    /// Width of a zero: a mark, not a bar.
    static final double ZERO = 3;
    /// The smallest number that is none.
    static final double LEAST = 8;

    private BarLayout() {}

    /// @param bar null without a number
    record Placed(Cell cell, @Nullable Box bar) {}

    /// @param values null where there is none; below zero is drawn as zero
    static List<Placed> place(List<@Nullable BigDecimal> values, Box area) {
        double most = 0;
        for (var value : values) {
            most = value == null ? most : Math.max(most, value.doubleValue());
        }
        var cells = CellLayout.place(values.size(), area);
        var placed = new ArrayList<Placed>();
        for (int i = 0; i < cells.size(); i++) {
            placed.add(new Placed(
                    cells.get(i), bar(values.get(i), most, cells.get(i).below())));
        }
        return placed;
    }

    private static @Nullable Box bar(@Nullable BigDecimal value, double most, Box track) {
        if (value == null) {
            return null;
        }
        double width = value.signum() <= 0 ? ZERO : Math.max(LEAST, track.width() * value.doubleValue() / most);
        return new Box(track.x(), track.y(), width, track.height());
    }
}
