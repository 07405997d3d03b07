package org.onmaru.media.compose;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.onmaru.media.ffmpeg.Scaler;
import org.onmaru.media.frame.YuvFrame;
import org.onmaru.media.scene.Fit;
import org.onmaru.media.scene.Freshness;
import org.onmaru.media.scene.Rect;
import org.onmaru.media.scene.SceneTile;
import org.onmaru.wire.Tile;

/// One tile of the picture: keeps its last scaled frame and the drawings that go over it, and draws only when something
/// of it changed. Owns a scaler until [#close]; the programme's loop only.
final class TileCanvas implements AutoCloseable {

    private final Rect area;
    private final Scaler scaler = new Scaler();
    private final TileArt art;
    private SceneTile tile;
    private TileArt.@Nullable Placed plate;
    private TileArt.@Nullable Placed badge;
    private @Nullable YuvFrame card;
    private @Nullable YuvFrame scaled;
    private @Nullable Fit fit;
    private List<TileArt.Placed> frame;
    private long number = -1;
    private Tile.@Nullable Picture drawn;

    TileCanvas(SceneTile tile, TileArt art) {
        this.tile = tile;
        this.art = art;
        this.area = tile.area();
        this.frame = art.frame(area.width(), area.height(), tile.speaking());
    }

    /// Takes over what is new about the same tile; keeps what need not be drawn again.
    void update(SceneTile now) {
        if (now.speaking() != tile.speaking()) {
            frame = art.frame(area.width(), area.height(), now.speaking());
            drawn = null;
        }
        if (!now.plate().equals(tile.plate())) {
            plate = null;
            card = null;
            drawn = null;
        }
        if (!Objects.equals(now.track(), tile.track())) {
            number = -1;
            scaled = null;
        }
        tile = now;
    }

    /// True when the tile's scaler, place and kind fit a tile of the next scene.
    boolean serves(SceneTile other) {
        return other.identity().equals(tile.identity())
                && other.screen() == tile.screen()
                && other.area().equals(area);
    }

    /// Draws it again in full with the next call of [#draw].
    void invalidate() {
        drawn = null;
    }

    /// Draws what changed.
    ///
    /// @return true when a new source frame reached the picture
    boolean draw(YuvFrame canvas, PictureSource pictures, long tickNanos) {
        PictureSource.Due due = tile.track() == null ? null : pictures.due(tile.track(), tickNanos);
        boolean moved = due != null && due.number() != number;
        if (due != null && moved) {
            scale(due.frame());
            number = due.number();
        }
        Tile.Picture now =
                due == null || scaled == null ? Tile.Picture.CARD : Freshness.of(tickNanos - due.sinceNanos());
        if (moved || now != drawn) {
            switch (now) {
                case LIVE -> drawPicture(canvas);
                case STALE -> {
                    drawPicture(canvas);
                    badge().onto(canvas, area.x(), area.y());
                }
                case CARD -> canvas.paste(card(), area.x(), area.y());
            }
            frame.forEach(band -> band.onto(canvas, area.x(), area.y()));
            drawn = now;
        }
        return moved;
    }

    private void scale(YuvFrame picture) {
        Fit now = Fit.of(picture.width(), picture.height(), area.width(), area.height(), tile.screen());
        YuvFrame target = scaled;
        if (target == null || target.width() != now.across() || target.height() != now.down()) {
            target = YuvFrame.allocate(now.across(), now.down());
            scaled = target;
        }
        if (!now.equals(fit)) {
            fit = now;
            drawn = null;
        }
        scaler.scale(picture, now.left(), now.top(), now.width(), now.height(), target);
    }

    private void drawPicture(YuvFrame canvas) {
        Fit now = fit;
        YuvFrame picture = scaled;
        if (now == null || picture == null) {
            return;
        }
        if (now.across() != area.width() || now.down() != area.height()) {
            // Every time, or translucent drawings over the bars would add up.
            canvas.fill(area.x(), area.y(), area.width(), area.height(), Palette.BARS);
        }
        canvas.paste(picture, area.x() + now.x(), area.y() + now.y());
        plate().onto(canvas, area.x(), area.y());
    }

    private TileArt.Placed plate() {
        TileArt.Placed now = plate;
        if (now == null) {
            now = art.plate(tile.plate(), tile.screen(), area.width(), area.height());
            plate = now;
        }
        return now;
    }

    private TileArt.Placed badge() {
        TileArt.Placed now = badge;
        if (now == null) {
            now = art.stale(area.width(), area.height());
            badge = now;
        }
        return now;
    }

    private YuvFrame card() {
        YuvFrame now = card;
        if (now == null) {
            now = Overlay.of(art.card(tile.plate(), area.width(), area.height()))
                    .picture();
            card = now;
        }
        return now;
    }

    /// For the tile list.
    Tile described() {
        return new Tile(
                tile.identity(),
                TileArt.words(tile.plate(), tile.screen()),
                area.x(),
                area.y(),
                area.width(),
                area.height(),
                drawn == null ? Tile.Picture.CARD : drawn);
    }

    @Override
    public void close() {
        scaler.close();
    }
}
