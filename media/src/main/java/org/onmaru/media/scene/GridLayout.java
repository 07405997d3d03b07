package org.onmaru.media.scene;

import static org.onmaru.media.scene.Rect.even;

import java.util.ArrayList;
import java.util.List;

/// Equal 16:9 tiles, as large as fit, row by row; a short last row stands in the middle.
public final class GridLayout {

    private GridLayout() {}

    /// Places `count` tiles, 0 or more, into `area`.
    public static List<Rect> place(int count, Rect area) {
        if (count == 0) {
            return List.of();
        }
        int columns = 1;
        for (int candidate = 2; candidate <= count; candidate++) {
            if (tileWidth(count, candidate, area) > tileWidth(count, columns, area)) {
                columns = candidate;
            }
        }
        return rows(count, columns, tileWidth(count, columns, area), area);
    }

    private static int tileWidth(int count, int columns, Rect area) {
        int rows = (count + columns - 1) / columns;
        int byWidth = (area.width() - Scene.GAP * (columns - 1)) / columns;
        int byHeight = (area.height() - Scene.GAP * (rows - 1)) / rows * 16 / 9;
        return even(Math.min(byWidth, byHeight));
    }

    /// Rows of tiles of one width in the middle of `area`.
    static List<Rect> rows(int count, int columns, int width, Rect area) {
        int height = even(width * 9 / 16);
        int rows = (count + columns - 1) / columns;
        int top = area.y() + even((area.height() - rows * height - (rows - 1) * Scene.GAP) / 2);
        List<Rect> places = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int row = i / columns;
            int inRow = Math.min(columns, count - row * columns);
            int left = area.x() + even((area.width() - inRow * width - (inRow - 1) * Scene.GAP) / 2);
            int x = left + (i % columns) * (width + Scene.GAP);
            places.add(new Rect(x, top + row * (height + Scene.GAP), width, height));
        }
        return places;
    }
}
