package org.onmaru.media.scene;

import static org.onmaru.media.scene.Rect.even;

/// How a picture of one shape goes into a tile of another. Faces fill the tile and lose a little at the edges; what is
/// much narrower or wider, and every shared screen, is shown whole between bars. All numbers are even.
///
/// @param left first column of the picture that is shown
/// @param top first row of the picture that is shown
/// @param width columns of the picture that are shown
/// @param height rows of the picture that are shown
/// @param x where it goes in the tile
/// @param y where it goes in the tile
/// @param across its width in the tile
/// @param down its height in the tile
public record Fit(int left, int top, int width, int height, int x, int y, int across, int down) {

    /// Filling may cut away at most this part: 4:3 into 16:9 loses a quarter.
    private static final double MOST_LOST = 0.26;

    /// @param whole never cut
    public static Fit of(int pictureWidth, int pictureHeight, int tileWidth, int tileHeight, boolean whole) {
        double picture = (double) pictureWidth / pictureHeight;
        double tile = (double) tileWidth / tileHeight;
        double lost = 1 - Math.min(picture / tile, tile / picture);
        if ((whole && lost > 0.005) || lost > MOST_LOST) {
            return between(pictureWidth, pictureHeight, tileWidth, tileHeight);
        }
        int width = picture > tile ? atLeastTwo((int) Math.round(pictureHeight * tile)) : even(pictureWidth);
        int height = picture > tile ? even(pictureHeight) : atLeastTwo((int) Math.round(pictureWidth / tile));
        width = Math.min(width, even(pictureWidth));
        height = Math.min(height, even(pictureHeight));
        int left = even((pictureWidth - width) / 2);
        int top = even((pictureHeight - height) / 2);
        return new Fit(left, top, width, height, 0, 0, tileWidth, tileHeight);
    }

    private static Fit between(int pictureWidth, int pictureHeight, int tileWidth, int tileHeight) {
        double scale = Math.min((double) tileWidth / pictureWidth, (double) tileHeight / pictureHeight);
        int across = Math.min(tileWidth, atLeastTwo((int) Math.round(pictureWidth * scale)));
        int down = Math.min(tileHeight, atLeastTwo((int) Math.round(pictureHeight * scale)));
        return new Fit(
                0,
                0,
                even(pictureWidth),
                even(pictureHeight),
                even((tileWidth - across) / 2),
                even((tileHeight - down) / 2),
                across,
                down);
    }

    private static int atLeastTwo(int value) {
        return Math.max(2, even(value));
    }
}
