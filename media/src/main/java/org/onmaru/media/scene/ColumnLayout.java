package org.onmaru.media.scene;

import java.util.List;
import java.util.stream.IntStream;

/// Small tiles of one size in a column at the right of a slide, from above.
public final class ColumnLayout {

    /// More do not fit.
    public static final int MOST = 5;

    private static final int LEFT = Scene.SLIDE.right() + Scene.GAP;
    private static final int WIDTH = Scene.BODY.right() - LEFT;
    private static final int HEIGHT = Rect.even(WIDTH * 9 / 16);

    private ColumnLayout() {}

    /// Places `count` tiles, 0 to [#MOST].
    public static List<Rect> place(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Rect(LEFT, Scene.SLIDE.y() + i * (HEIGHT + Scene.GAP), WIDTH, HEIGHT))
                .toList();
    }
}
