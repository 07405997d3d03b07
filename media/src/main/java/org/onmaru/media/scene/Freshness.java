package org.onmaru.media.scene;

import org.onmaru.wire.Tile;

/// What becomes of a picture that no longer moves.
public final class Freshness {

    /// From here on it has a badge.
    public static final long STALE_NANOS = 2_000_000_000L;
    /// From here on it is a name card.
    public static final long CARD_NANOS = 5_000_000_000L;

    private Freshness() {}

    /// @param ageNanos since the last new frame reached the picture
    public static Tile.Picture of(long ageNanos) {
        if (ageNanos < STALE_NANOS) {
            return Tile.Picture.LIVE;
        }
        return ageNanos < CARD_NANOS ? Tile.Picture.STALE : Tile.Picture.CARD;
    }
}
