package org.onmaru.media.scene;

import java.util.List;

/// What the picture shows, without pixels: the strip's words and the tiles in drawing order.
public record Scene(String title, String subtitle, List<SceneTile> tiles) {

    /// The programme's picture.
    public static final Rect PICTURE = new Rect(0, 0, 1280, 720);
    /// The title strip.
    public static final Rect TITLE = new Rect(0, 0, 1280, 64);
    /// Where tiles may be.
    public static final Rect BODY = new Rect(16, 72, 1248, 634);
    /// Between tiles.
    public static final int GAP = 8;

    public Scene {
        tiles = List.copyOf(tiles);
    }
}
