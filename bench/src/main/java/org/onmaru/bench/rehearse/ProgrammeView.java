package org.onmaru.bench.rehearse;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onmaru.wire.Tile;

/// A programme as the server tells it.
///
/// @param state `NONE`, `STARTING`, `OFF_AIR`, `ON_AIR` or `LOST`
/// @param hls path of the multivariant playlist; null before there is one
/// @param memoryMb of the studio's process, MiB
public record ProgrammeView(
        String state, @Nullable String hls, List<Tile> tiles, double framesPerSecond, long lateFrames, long memoryMb) {

    /// True when citizens see the room.
    public boolean onAir() {
        return state.equals("ON_AIR");
    }
}
