package org.onmaru.wire;

/// A rectangle of the programme and whose it is.
///
/// @param identity the participant's identity in the room
/// @param name what the plate says
/// @param x left edge, pixels of the programme
/// @param y top edge
/// @param width width of the picture area, without plate margins
/// @param height height of the picture area
/// @param picture what is in it now
public record Tile(String identity, String name, int x, int y, int width, int height, Picture picture) {

    /// What a tile shows.
    public enum Picture {
        /// Moving.
        LIVE,
        /// The last frame, older than two seconds, with a badge.
        STALE,
        /// The name card: camera off, or nothing for five seconds.
        CARD
    }
}
