package org.onmaru.media.scene;

import static org.onmaru.media.scene.Rect.even;

import java.util.ArrayList;
import java.util.List;

/// One tile large, the others in a strip of up to four rows below.
public final class SpeakerLayout {

    private static final int WIDEST = 200;

    private SpeakerLayout() {}

    /// Places the large tile first, then `others` small ones.
    public static List<Rect> place(int others, Rect area) {
        if (others == 0) {
            return GridLayout.place(1, area);
        }
        int rows = rows(others);
        int columns = (others + rows - 1) / rows;
        int width = even(Math.min(WIDEST, (area.width() - Scene.GAP * (columns - 1)) / columns));
        int strip = rows * (even(width * 9 / 16) + Scene.GAP) - Scene.GAP;
        int rest = even(area.height() - strip - Scene.GAP);
        List<Rect> places = new ArrayList<>(GridLayout.place(1, new Rect(area.x(), area.y(), area.width(), rest)));
        Rect below = new Rect(area.x(), area.y() + area.height() - strip, area.width(), strip);
        places.addAll(GridLayout.rows(others, columns, width, below));
        return places;
    }

    private static int rows(int others) {
        if (others <= 8) {
            return 1;
        }
        return others <= 18 ? 2 : others <= 30 ? 3 : 4;
    }
}
