package org.onmaru.media.compose;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onmaru.media.frame.YuvFrame;
import org.onmaru.media.scene.Rect;
import org.onmaru.media.scene.Scene;
import org.onmaru.media.scene.SceneTile;
import org.onmaru.wire.Slate;
import org.onmaru.wire.Tile;

/// Draws the programme's picture. One thread: the programme's loop, which reads as its diagram:
///
/// ```java
/// YuvFrame picture = onAir
///         ? composer.compose(tick, room.scene(stage, slide != null, tick), room, slide)
///         : composer.composeSlate(slate);
/// float[] sound = onAir ? mixer.mix(tick, room.voices(), samples) : mixer.silence(samples);
/// encoder.picture(picture, frame, gateMoved);
/// encoder.sound(sound);
/// ```
public final class StageComposer implements AutoCloseable {

    private final Cards cards;
    private final TileArt art;
    private final YuvFrame canvas = YuvFrame.allocate(Scene.PICTURE.width(), Scene.PICTURE.height());
    private List<TileCanvas> tiles = List.of();
    private @Nullable Scene scene;
    private @Nullable SlidePicture drawnSlide;
    private @Nullable Slate slate;
    private @Nullable YuvFrame slatePicture;
    private long distinctFrames;

    /// @param city what the title strip and the slate say whose programme it is, e.g. `여주시 온마루`
    public StageComposer(String city, Typeface typeface) {
        this.cards = new Cards(typeface, city);
        this.art = new TileArt(typeface);
        // The first Korean letter costs Java2D a tenth of a second: not in a tick.
        composeSlate(new Slate(city, city));
    }

    /// The picture on air; the same frame each time, valid until the next call.
    ///
    /// @param tickNanos time of this frame on the clock of the units' arrivals
    /// @param slide what stands in the large place of a scene with a slide
    public YuvFrame compose(long tickNanos, Scene now, PictureSource pictures, @Nullable SlidePicture slide) {
        Scene before = scene;
        if (!now.equals(before)) {
            stage(before, now);
            scene = now;
        }
        if (now.slide() && slide != null && !slide.equals(drawnSlide)) {
            slide.onto(canvas);
            drawnSlide = slide;
        }
        for (TileCanvas tile : tiles) {
            if (tile.draw(canvas, pictures, tickNanos)) {
                distinctFrames++;
            }
        }
        return canvas;
    }

    private void stage(@Nullable Scene before, Scene now) {
        boolean sameWords = before != null
                && before.title().equals(now.title())
                && before.subtitle().equals(now.subtitle());
        boolean samePlaces =
                before != null && before.slide() == now.slide() && areas(before).equals(areas(now));
        List<TileCanvas> old = new ArrayList<>(tiles);
        List<TileCanvas> next = new ArrayList<>();
        for (SceneTile tile : now.tiles()) {
            next.add(taken(old, tile));
        }
        old.forEach(TileCanvas::close);
        tiles = List.copyOf(next);
        if (!samePlaces) {
            canvas.fill(0, 0, Scene.PICTURE.width(), Scene.PICTURE.height(), Palette.BACKGROUND);
            tiles.forEach(TileCanvas::invalidate);
            drawnSlide = null;
        }
        if (!samePlaces || !sameWords) {
            Overlay.of(cards.strip(now.title(), now.subtitle())).onto(canvas, Scene.TITLE.x(), Scene.TITLE.y());
        }
    }

    /// The old tile of the same place and person, taken out of `old`, or a new one.
    private TileCanvas taken(List<TileCanvas> old, SceneTile tile) {
        for (TileCanvas candidate : old) {
            if (candidate.serves(tile)) {
                old.remove(candidate);
                candidate.update(tile);
                return candidate;
            }
        }
        return new TileCanvas(tile, art);
    }

    private static List<Rect> areas(Scene scene) {
        return scene.tiles().stream().map(SceneTile::area).toList();
    }

    /// The picture off air; drops everything drawn of the room.
    public YuvFrame composeSlate(Slate now) {
        if (scene != null) {
            tiles.forEach(TileCanvas::close);
            tiles = List.of();
            scene = null;
            drawnSlide = null;
            canvas.fill(0, 0, Scene.PICTURE.width(), Scene.PICTURE.height(), Palette.BACKGROUND);
        }
        YuvFrame picture = slatePicture;
        if (picture == null || !now.equals(slate)) {
            picture = Overlay.of(cards.slate(now)).picture();
            slatePicture = picture;
            slate = now;
        }
        return picture;
    }

    /// What the last picture showed where; empty after a slate.
    public List<Tile> tiles() {
        return tiles.stream().map(TileCanvas::described).toList();
    }

    /// Source frames that reached the picture, since the start.
    public long distinctFrames() {
        return distinctFrames;
    }

    @Override
    public void close() {
        tiles.forEach(TileCanvas::close);
        tiles = List.of();
    }
}
