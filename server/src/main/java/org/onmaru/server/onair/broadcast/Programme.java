package org.onmaru.server.onair.broadcast;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onmaru.wire.Gate;
import org.onmaru.wire.Layout;
import org.onmaru.wire.Tile;

/// The broadcast of one meeting as it goes now.
///
/// @param wanted what the host wishes
/// @param tally what everybody in the room must believe: ON_AIR whenever wish or reality is, OFF_AIR only when the
///     studio said so or cannot be on air any more
/// @param hls path of the multivariant playlist; null when there is nothing to watch
/// @param tiles rectangles of the picture and whose they are
/// @param recordedMs length of the recording so far
/// @param memoryMb of the studio, MiB
public record Programme(
        State state,
        Gate wanted,
        Gate tally,
        Layout layout,
        @Nullable String hls,
        List<Tile> tiles,
        double framesPerSecond,
        long lateFrames,
        long recordedMs,
        long recordedBytes,
        long memoryMb,
        @Nullable Fault problem) {

    /// Where it is.
    public enum State {
        /// There is no programme.
        NONE,
        /// The studio is being started.
        STARTING,
        /// The slate is shown.
        OFF_AIR,
        /// The room is shown.
        ON_AIR,
        /// The studio is gone or silent; another is being started.
        LOST
    }

    /// Something a person should know.
    public record Fault(String code, String ko, String en) {}

    static Programme none(Wish wish) {
        return new Programme(
                State.NONE, wish.wanted(), wish.wanted(), wish.layout(), null, List.of(), 0, 0, 0, 0, 0, null);
    }
}
