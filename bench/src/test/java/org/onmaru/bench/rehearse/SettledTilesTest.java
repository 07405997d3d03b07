package org.onmaru.bench.rehearse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.onmaru.wire.Tile;

class SettledTilesTest {

    private static final Tile HERE = new Tile("s-1", "북내면", 0, 0, 300, 168, Tile.Picture.LIVE);
    private static final Tile STALE = new Tile("s-1", "북내면", 0, 0, 300, 168, Tile.Picture.STALE);
    private static final Tile THERE = new Tile("s-1", "북내면", 310, 0, 300, 168, Tile.Picture.LIVE);

    private final SettledTiles tiles = new SettledTiles();

    @Test
    void settleOnlyAfterEqualAnswers() {
        for (int i = 1; i < SettledTiles.EQUAL_ANSWERS; i++) {
            tiles.told(List.of(HERE));
            assertThat(tiles.get()).isEmpty();
        }
        tiles.told(List.of(STALE));
        assertThat(tiles.get()).contains(List.of(STALE));
    }

    @Test
    void aMoveUnsettlesThem() {
        for (int i = 0; i < SettledTiles.EQUAL_ANSWERS; i++) {
            tiles.told(List.of(HERE));
        }
        tiles.told(List.of(THERE));
        assertThat(tiles.get()).isEmpty();
    }
}
