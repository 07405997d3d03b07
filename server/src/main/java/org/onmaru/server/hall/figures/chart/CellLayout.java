package org.onmaru.server.hall.figures.chart;

import java.util.ArrayList;
import java.util.List;

/// Cells of one height below each other, in two columns when there are many: each has room for one line of large
/// letters and something thinner below it.
final class CellLayout {

    /// More than these, and there are two columns.
    static final int ONE_COLUMN = 7;

    private static final double BETWEEN = 40;
    private static final double HIGHEST = 120;
    private static final double LARGEST_LETTERS = 44;

    private CellLayout() {}

    /// @param letters size of its letters
    record Cell(Box box, double letters) {

        /// The line of letters.
        Box line() {
            return new Box(box.x(), box.y(), box.width(), letters * 1.3);
        }

        /// What is below it.
        Box below() {
            double top = box.y() + letters * 1.3;
            return new Box(box.x(), top, box.width(), box.height() * 0.26);
        }
    }

    static List<Cell> place(int count, Box area) {
        int columns = count > ONE_COLUMN ? 2 : 1;
        int rows = Math.max(1, (count + columns - 1) / columns);
        double width = (area.width() - BETWEEN * (columns - 1)) / columns;
        double height = Math.min(HIGHEST, area.height() / rows);
        double letters = Math.min(LARGEST_LETTERS, height * 0.45);
        var cells = new ArrayList<Cell>();
        for (int i = 0; i < count; i++) {
            int column = i / rows;
            double x = area.x() + column * (width + BETWEEN);
            cells.add(new Cell(new Box(x, area.y() + i % rows * height, width, height), letters));
        }
        return cells;
    }
}
