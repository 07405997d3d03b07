package org.onmaru.bench.rehearse;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.onmaru.bench.citizen.Screen;
import org.onmaru.bench.judge.Ear;
import org.onmaru.bench.judge.Eye;
import org.onmaru.bench.media.Area;
import org.onmaru.bench.media.FrameGrid;
import org.onmaru.bench.media.Signature;
import org.onmaru.media.frame.YuvFrame;
import org.onmaru.wire.Tile;

/// Judges the broadcast as citizens get it: each unit's picture in its rectangle, each unit's tone in the sound.
final class BroadcastObserver implements Screen {

    private final List<Unit> units;
    private final SettledTiles tiles;
    private final Ear ear = new Ear();

    BroadcastObserver(List<Unit> units, SettledTiles tiles) {
        this.units = units;
        this.tiles = tiles;
    }

    @Override
    public void picture(YuvFrame frame, double fetchableMs, double shownMs) {
        Optional<List<Tile>> settled = tiles.get();
        if (settled.isEmpty()) {
            return;
        }
        for (Unit unit : units) {
            Reception reception = unit.broadcast();
            Eye.Sight sight = settled.get().stream()
                    .filter(tile -> tile.identity().equals(unit.identity()))
                    .findFirst()
                    .map(tile -> Eye.look(frame, new Area(tile.x(), tile.y(), tile.width(), tile.height())))
                    .orElse(Eye.Sight.NOBODY);
            if (reception.sees(sight)) {
                double due = FrameGrid.dueMs(sight.code().getAsInt(), fetchableMs);
                unit.glassToPart().add(fetchableMs - due);
                reception.delayed(shownMs - due);
            }
        }
    }

    @Override
    public void sound(float[] samples) {
        for (Set<Signature> heard : ear.hear(samples)) {
            for (Unit unit : units) {
                unit.broadcast().hears(heard.contains(unit.signature()));
            }
        }
    }
}
