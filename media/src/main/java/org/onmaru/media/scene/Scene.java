package org.onmaru.media.scene;

import java.util.List;
import org.onmaru.wire.Slide;

/// What the picture shows, without pixels: the strip's words and the tiles in drawing order.
///
/// @param slide true when a slide stands in [#SLIDE], beside the tiles
public record Scene(String title, String subtitle, List<SceneTile> tiles, boolean slide) {

    /// The programme's picture.
    public static final Rect PICTURE = new Rect(0, 0, 1280, 720);
    /// The title strip.
    public static final Rect TITLE = new Rect(0, 0, 1280, 64);
    /// Where tiles may be.
    public static final Rect BODY = new Rect(16, 72, 1248, 634);
    /// Where a slide is.
    public static final Rect SLIDE = new Rect(BODY.x(), BODY.y(), Slide.WIDTH, Slide.HEIGHT);
    /// Between tiles.
    public static final int GAP = 8;

    public Scene {
        tiles = List.copyOf(tiles);
    }
}
