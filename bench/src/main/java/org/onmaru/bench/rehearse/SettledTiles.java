package org.onmaru.bench.rehearse;

import java.util.List;
import java.util.Optional;
import org.onmaru.wire.Tile;

/// The programme's rectangles, once they have been the same for long enough that every frame on its way to a citizen
/// has them too. Safe from any thread.
final class SettledTiles {

    /// Told once a second, this many equal answers are longer than the way to a citizen.
    static final int EQUAL_ANSWERS = 4;

    private record Place(String identity, int x, int y, int width, int height) {
        static Place of(Tile tile) {
            return new Place(tile.identity(), tile.x(), tile.y(), tile.width(), tile.height());
        }
    }

    private List<Tile> tiles = List.of();
    private List<Place> places = List.of();
    private int equal;

    /// Takes the answer of this second.
    synchronized void told(List<Tile> now) {
        List<Place> nowPlaces = now.stream().map(Place::of).toList();
        equal = nowPlaces.equals(places) ? equal + 1 : 1;
        places = nowPlaces;
        tiles = List.copyOf(now);
    }

    /// The rectangles when they are settled.
    synchronized Optional<List<Tile>> get() {
        return equal >= EQUAL_ANSWERS ? Optional.of(tiles) : Optional.empty();
    }
}
